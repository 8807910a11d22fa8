/**
 * What was suggested to somebody and where it stands, from what this phone holds: the last version of each suggestion that
 * the service wrote, and the person's own answers that are not in it yet. The moves are those of the server for the
 * person's side (jointly.prescribing.rules.prescription), which a test compares.
 */
import type { Bodies } from "../record/kinds.ts";
import type { Entry } from "../record/versions.ts";
import { ofKind } from "./sessions.ts";

type Prescribed = Bodies["prescription"];
type Answer = Bodies["answer"];
export type State = Prescribed["state"];
export type Says = Answer["answer"];
export type Outcome = NonNullable<Prescribed["outcome"]>;

/** One thing that happened, oldest first. `unsent` is an answer that the service has not made a step of yet. */
export type Happened = NonNullable<Prescribed["steps"]>[number] & { unsent?: boolean };

export interface Suggestion extends Omit<Prescribed, "steps"> {
  id: string;
  suggested_at: string;
  steps: Happened[];
}

interface Move { from: readonly State[]; to: State | null }

const STATES: readonly State[] = [
  "suggested", "agreed", "sent", "seen", "offered", "waiting", "full", "unsuitable", "booked", "going", "missed", "closed",
];
const OPEN = STATES.filter((state) => state !== "closed");
const WITH_GROUP = OPEN.filter((state) => state !== "suggested" && state !== "agreed");

/** What a person may say, in which states, and what it leads to; null leaves it as it is. */
export const MOVES: { [says in Says]: Move } = {
  yes: { from: ["suggested"], to: "agreed" },
  no: { from: OPEN, to: "closed" },
  ask: { from: OPEN, to: null },
  say: { from: STATES, to: null },
  book: { from: OPEN, to: "booked" },
  been: { from: OPEN, to: "going" },
  missed: { from: WITH_GROUP, to: "missed" },
  finish: { from: OPEN, to: "closed" },
  withdraw: { from: OPEN, to: "closed" },
};
/** There is no group that these could be said about when it is not an activity. */
const ONLY_ACTIVITIES: readonly Says[] = ["book", "missed"];

export const maySay = ({ state, kind }: Pick<Suggestion, "state" | "kind">, says: Says): boolean =>
  MOVES[says].from.includes(state) && (kind === "activity" || !ONLY_ACTIVITIES.includes(says));

/** All suggestions, the newest first. */
export function suggestionsOf(entries: readonly Entry[]): Suggestion[] {
  const answers = ofKind(entries, "answer").filter(({ state }) => state !== "refused");
  return ofKind(entries, "prescription")
    .map((entry) => suggestionOf(entry, answers.filter(({ body }) => body.prescription === entry.id)))
    .sort((a, b) => Date.parse(b.suggested_at) - Date.parse(a.suggested_at) || (a.id < b.id ? 1 : -1));
}

function suggestionOf(entry: Entry<"prescription">, answers: Entry<"answer">[]): Suggestion {
  const { steps = [], ...said } = entry.body;
  const known = new Set(steps.map(({ id }) => id));
  const begun: Suggestion = { ...said, id: entry.id, suggested_at: earlier(entry.versions[0]!.at, steps[0]?.at), steps };
  return answers.filter(({ id }) => !known.has(id)).sort((a, b) => a.instant - b.instant || (a.id < b.id ? -1 : 1)).reduce(after, begun);
}

/** What was written down later may have happened earlier: nothing came before the suggestion. */
const earlier = (written: string, step: string | undefined): string => (step && Date.parse(step) < Date.parse(written) ? step : written);

/** As it will stand once the service has the answer. One that comes too late changes nothing: it becomes a message. */
function after(now: Suggestion, { id, at, body }: Entry<"answer">): Suggestion {
  const { prescription: _, answer: kind, ...said } = body;
  const step: Happened = { id, kind, side: "person", at, ...said, unsent: true };
  const steps = [...now.steps, step];
  if (!maySay(now, kind)) return { ...now, steps: [...now.steps, { ...step, kind: "say", words: body.words ?? kind, to: "worker" }] };
  const state = MOVES[kind].to ?? now.state;
  return {
    ...now, steps, state,
    ...(kind === "book" && body.start && { start: body.start }),
    ...(kind === "been" && { visits: (now.visits ?? 0) + 1 }),
    ...(state === "closed" && { outcome: kind === "no" ? "said-no" : (body.outcome ?? "withdrawn") }),
  };
}

export const isOpen = ({ state }: Suggestion): boolean => state !== "closed";

/** Whether the group was told of the person, and so can be written to. */
export const isTold = ({ steps }: Suggestion): boolean => steps.some(({ kind }) => kind === "send");

/** The last step of one of these kinds. */
export const lastOf = ({ steps }: Suggestion, ...kinds: string[]): Happened | undefined => steps.findLast(({ kind }) => kinds.includes(kind));

/** When the suggestion's own words are a message between two of the three: `ask` is one to the team. */
export const messagesOf = ({ steps }: Suggestion): Happened[] => steps.filter(({ kind }) => kind === "say" || kind === "ask");

export interface Visit { start: string | null; meets: string | null; getting: string | null; wear: string | null }

/** The plan of the visit that is booked or offered: what was said last of each part. */
export function visitOf(suggestion: Suggestion): Visit {
  const off = suggestion.steps.findLastIndex(({ kind }) => kind === "off");
  const said = suggestion.steps.slice(off + 1).filter(({ kind }) => kind === "book" || kind === "offer");
  const part = (name: "meets" | "getting" | "wear") => said.findLast((step) => step[name])?.[name] ?? null;
  const start = suggestion.state === "booked" ? (suggestion.start ?? null) : (said.at(-1)?.start ?? null);
  return { start, meets: part("meets"), getting: part("getting"), wear: part("wear") };
}

/** Days for which a date that was called off without naming it is still news. */
const NEWS_DAYS = 14;
const DAY_MS = 86_400_000;

/** The date that was called off and is not over yet, when nothing was agreed since; null when there is none. */
export function calledOff(suggestion: Suggestion, now: Date): { start: string | null } | null {
  const { steps } = suggestion;
  const at = steps.findLastIndex(({ kind }) => kind === "off");
  if (at < 0 || !isOpen(suggestion) || steps.slice(at + 1).some(({ kind }) => kind !== "say" && kind !== "ask")) return null;
  const start = steps[at]!.start ?? steps.slice(0, at).findLast(({ kind }) => kind === "book")?.start ?? null;
  const over = start ? Date.parse(start) : Date.parse(steps[at]!.at) + NEWS_DAYS * DAY_MS;
  return over >= now.getTime() ? { start } : null;
}

export type Next = "answer" | "do" | "book" | "wait" | "choose" | "ask" | "prepare" | "tell" | "again" | "go-on" | "look";

/** What the person can do next. */
export function nextOf(suggestion: Suggestion, now: Date): Next {
  const { kind, state, start } = suggestion;
  if (state === "suggested") return "answer";
  if (kind !== "activity") return "do";
  switch (state) {
    case "agreed": return "book";
    case "offered": return visitOf(suggestion).start ? "choose" : "ask";
    case "booked": return start && Date.parse(start) > now.getTime() ? "prepare" : "tell";
    case "going": return "go-on";
    case "missed": return "again";
    case "closed": return "look";
    default: return "wait";
  }
}
