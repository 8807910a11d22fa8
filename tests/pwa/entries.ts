/** Entries made from a few words, for tests of rules. */
import type { Kind } from "../../pwa/src/shared/record/kinds.ts";
import type { Entry, Version } from "../../pwa/src/shared/record/versions.ts";
import { entryOf } from "../../pwa/src/shared/record/versions.ts";
import type { Dose, Exercise, Programme } from "../../pwa/src/shared/content/types.ts";

export interface Said {
  kind: Kind;
  at: string;
  body: object;
}

export function entriesFrom(said: Said[]): Entry[] {
  return said.map(({ kind, at, body }, index) => {
    const id = `entry-${String(index).padStart(4, "0")}`;
    return entryOf([{
      id, entry: id, previous: null, kind, at, body, zone: "Europe/London", picked: false, how: "self", gone: false,
      number: index + 1, received_at: null, by: null, device: null, skew_seconds: 0, refused: null,
    } as unknown as Version]);
  });
}

const dose: Dose = { words: "", sets: 2, reps: 8, hold_seconds: null, seconds: null, rest_seconds: 60, seconds_a_rep: 4 };

const exercise = (slug: string): Exercise => ({
  slug, title: slug, purpose: "", steps: [], care: [], position: "standing", kind: "reps", sided: false, equipment: [],
  levels: [1, 2, 3].map((level) => ({ level, ...dose })), gentle: { ...dose, sets: 1 }, approved: false,
});

export const PROGRAMME: Programme = {
  slug: "p", version: 1, title: "P", about: [], approved: false, stop: [],
  ladder: { preset: "nhs-ahp-suffolk", go_max: 3, caution_max: 5, sessions_to_move_up: 3, rules: { up: [], stay: [], down: [] } },
  days_suggested: ["mon", "wed"], times_suggested: ["10:00"], gentle: { exercises: ["squat", "step"] },
  exercises: ["squat", "bridge", "step"].map(exercise),
};

const sitting = (slug: string): Exercise => ({ ...exercise(slug), position: "sitting" });

/** Exercises that are in no programme. */
export const LIBRARY: Exercise[] = [exercise("stretch"), sitting("clap")];
