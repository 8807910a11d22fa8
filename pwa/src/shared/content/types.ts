/** Content packs as they reach the phone: facts and words together, in one language. */
import type { Weekday } from "../dates.ts";

export type Position = "standing" | "sitting" | "lying" | "kneeling";

/** How much to do. `reps`, `hold_seconds` and `seconds` are null where they do not apply. */
export interface Dose {
  words: string;
  sets: number;
  reps: number | null;
  hold_seconds: number | null;
  seconds: number | null;
  rest_seconds: number;
  seconds_a_rep: number | null;
}

export interface Level extends Dose {
  level: number;
}

export interface Exercise {
  slug: string;
  title: string;
  purpose: string;
  steps: string[];
  care: string[];
  position: Position;
  kind: "reps" | "hold" | "timed";
  /** done on each side in turn */
  sided: boolean;
  equipment: string[];
  levels: Level[];
  /** the bad-day dose */
  gentle: Dose;
  approved: boolean;
}

/** The bands and counts of the ladder (0 to 10 pain), and its rules as printed. */
export interface LadderFacts {
  preset: string;
  go_max: number;
  caution_max: number;
  sessions_to_move_up: number;
  rules: { up: Block[]; stay: Block[]; down: Block[] };
}

export interface Programme {
  slug: string;
  version: number;
  title: string;
  about: Block[];
  approved: boolean;
  ladder: LadderFacts;
  /** the stop-now card */
  stop: string[];
  /** what to do when one of them happens */
  stop_advice: string;
  days_suggested: Weekday[];
  times_suggested: string[];
  gentle: { exercises: string[]; note?: string };
  exercises: Exercise[];
}

/** A piece of running text: a paragraph, a heading or a list. */
export type Block = string | { type: string; text?: string; items?: string[] };

/** A page with gaps, such as {controller}, that the service fills in; `missing` is what a gap says until then. */
export interface ServicePage {
  title: string;
  sections: { heading: string; words: Block[] }[];
  missing: { [gap: string]: string };
}

export interface Region {
  slug: string;
  name: string;
  side: "front" | "back" | "both";
  group: string;
}

export interface Lists {
  regions: Region[];
}

export interface Manifest {
  packs: { [name: string]: string };
}
