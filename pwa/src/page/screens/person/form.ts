/** The form for writing somebody's entry, and the version that it makes. Held in memory only, and never on the device. */
import { type Signal, signal } from "@preact/signals";
import { type Day, localTimeOn, phoneClock } from "../../../shared/dates.ts";
import { uuid7 } from "../../../shared/ids.ts";
import type { Bodies } from "../../../shared/record/kinds.ts";
import type { How } from "../../../shared/record/versions.ts";
import type { Body } from "../../../shared/api/client.ts";
import { me } from "../../state.ts";

type Written = Body<"PUT /api/people/{person}/entries/{id}">;
export type What = "pain" | "exercise";

export interface Form {
  /** Made with the form, so that sending it again after a lost answer keeps one entry. */
  id: string;
  how: How | null;
  what: What | null;
  day: Day;
  score: number | null;
  regions: string[];
  exercise: string;
  level: number;
  gentle: boolean;
  outcome: Bodies["exercise"]["outcome"] | null;
  sets: number | null;
  note: string;
}

/** Half-written forms of whoever is signed in, by whose entry it is: looking at another screen loses none of it. */
const held = new Map<string, Signal<Form>>();

export function formFor(person: string, today: Day, ways: readonly string[]): Signal<Form> {
  const key = `${me.value?.person} ${person}`;
  const found = held.get(key) ?? signal({ ...empty(today), how: ways.length === 1 ? (ways[0] as How) : null, what: null });
  held.set(key, found);
  return found;
}

/** The next entry from the same paper or call: what it is about is said anew, how it came and which day stay. */
export const next = (form: Form): Form => ({ ...empty(form.day), how: form.how, what: form.what });

const empty = (day: Day): Omit<Form, "how" | "what"> => ({
  id: uuid7(), day, score: null, regions: [], exercise: "", level: 1, gentle: false, outcome: null, sets: null, note: "",
});

export type Missing = "how" | "what" | "score" | "exercise" | "outcome" | "sets";

/** What has still to be said, in the order of the form; null when it can be saved. */
export function missingIn(form: Form): Missing | null {
  if (!form.how) return "how";
  if (!form.what) return "what";
  if (form.what === "pain") return form.score === null ? "score" : null;
  if (!form.exercise) return "exercise";
  if (!form.outcome) return "outcome";
  return form.sets === null || !Number.isInteger(form.sets) || form.sets < 0 || form.sets > MOST_SETS ? "sets" : null;
}

/** As the server takes it. */
export const MOST_SETS = 20;

/** The version to send. The day was said, the time was not: midday stands for it, and `picked` says so. */
export function versionIn(form: Form, programme: string): Written {
  const zone = phoneClock.zone();
  return {
    id: form.id, kind: form.what!, at: localTimeOn(form.day, "12:00", zone), zone, picked: true, how: form.how as Written["how"],
    body: form.what === "pain" ? painIn(form) : exerciseIn(form, programme),
  };
}

const noteIn = ({ note }: Form) => (note.trim() ? { note: note.trim() } : {});

const painIn = (form: Form): Bodies["pain"] => ({ score: form.score!, regions: form.regions, ...noteIn(form) });

const exerciseIn = (form: Form, programme: string): Bodies["exercise"] => ({
  programme, exercise: form.exercise, level: form.level, gentle: form.gentle, outcome: form.outcome!,
  sets: form.outcome === "skipped" ? 0 : form.sets!, pain: form.score, effort: null, confident: null, ...noteIn(form),
});
