/** Pathways as they reach the phone: facts and words together, in one language. */
import type { Block } from "./types.ts";

/** One meeting or check-in of a pathway; due from one day to another, counted from the day on which it started. */
export interface PathwayContact {
  slug: string;
  title: string;
  about: Block[];
  due_from_day: number;
  /** the last day on which it is due; overdue from the day after */
  due_to_day: number;
  /** slugs of instruments, in the order in which they are asked */
  measures: string[];
  optional: string[];
  topics: string[];
  goal_review: boolean;
  /** slugs of the pathway's routes that are shown to everybody at this contact, whatever the answers */
  refers: string[];
  /** variants that have this contact; empty: everybody has it */
  only_for: string[];
}

/** What staff choose between, such as a STarT Back group; `measures` and `topics` come on top at each contact. */
export interface PathwayVariant {
  slug: string;
  title: string;
  words: Block[];
  measures: string[];
  topics: string[];
}

/** A way on: what it is for and how to get there. */
export interface PathwayRoute {
  slug: string;
  kind: string;
  title: string;
  words: Block[];
}

export interface Pathway {
  slug: string;
  version: number;
  title: string;
  /** a sentence, for a list of pathways; not in what a phone kept from before there was one */
  summary?: string;
  about: Block[];
  variants: PathwayVariant[];
  contacts: PathwayContact[];
  routes: PathwayRoute[];
  /** slugs of the care cards whose signs are asked about at the beginning of each contact, the most urgent first */
  safety: string[];
  /** from which contact on somebody may end it early, happy with how it went */
  early_finish: { from: string; words: Block[] };
  approved: boolean;
}

export type Pathways = { [slug: string]: Pathway };
