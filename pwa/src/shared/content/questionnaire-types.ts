/** The pack `questionnaires` as it reaches the phone: every instrument by its slug, facts and words together. */
import type { Block } from "./types.ts";

export type Questionnaires = { [slug: string]: Questionnaire };

/** An answer, and a set of them by the ids of their items: what was not answered is not there. */
export type Value = number | string;
export type Values = { readonly [item: string]: Value };

/** The answers to one version of an instrument, as a check-in keeps them. */
export interface Answers {
  version: number;
  values: Values;
}

/** One version of an instrument. */
export interface Questionnaire {
  slug: string;
  version: number;
  title: string;
  about: Block[];
  /** of a test: what to do, in order, and how to stay safe; otherwise empty */
  steps: string[];
  care: string[];
  /** "score-only": its owner licenses the wording, so there are no items, and scores are entered */
  shipped: "wording" | "score-only";
  /** only an advisor puts it into somebody's check-ins */
  assigned_only: boolean;
  holder: string | null;
  /** shown under the result */
  source: string;
  licence: string;
  attribution: string;
  /** who allowed this service to show the wording, where its owner licenses it */
  permission: string | null;
  /** said before the items, such as "Over the last 2 weeks…" */
  intro: string | null;
  /** whose the names of bands are */
  reference: string | null;
  items: Item[];
  scores: Score[];
  opens: Opens[];
  norms: Norms | null;
  /** groups that staff choose from, by the owner's own rule */
  groups: { id: string; words: string }[];
  not_watched: string;
  approved: boolean;
  /** older versions, the newest of them first */
  earlier: Questionnaire[];
}

/** One question. `options` is of a choice, `low` and `high` are of a scale (0 to 10), `unit` is of a number. */
export interface Item {
  id: string;
  words: string;
  hint: string | null;
  kind: "choice" | "scale" | "number" | "text";
  options: Option[] | null;
  low: string | null;
  high: string | null;
  min: number | null;
  /** the most that is taken; of a text, in characters */
  max: number | null;
  decimals: number;
  unit: string | null;
  optional: boolean;
  /** asked only when the answer to that item is more than 0 */
  only_if: string | null;
  /** the item with the person's own words that this one rates */
  about: string | null;
}

export interface Option {
  value: number;
  words: string;
}

export type How = "sum" | "mean" | "value" | "minutes" | "stands" | "best-100" | "entered";

export interface Score {
  id: string;
  words: string;
  how: How;
  items: string[];
  /** of minutes: what each pair of days and minutes counts */
  times: number[];
  /** of a mean: how many answers are enough; null: every one */
  at_least: number | null;
  /** of a sum: items that add 1 from this answer on, and 0 below it */
  count_from: { [item: string]: number };
  min: number;
  /** null when no confirmed source says what it is */
  max: number | null;
  decimals: number;
  better: "high" | "low" | null;
  bands: Band[];
  change: Threshold | null;
  /** a larger change for the better that has its own name */
  change_more: Threshold | null;
}

/** `words` is the range in numbers; `name` is what its owner calls it: for reference, never beside a person's score. */
export interface Band {
  from: number;
  to: number;
  words: string;
  name: string | null;
}

/** How much a score has to move. Percent is of the first score; `or_percent` of it is enough too. */
export interface Threshold {
  amount: number;
  kind: "points" | "percent";
  or_percent: number | null;
  words: string;
  source: string;
}

/** The answer `from`, and every higher one, says yes to a sign of a care card, and so opens it. */
export interface Opens {
  item: string;
  from: number;
  card: string;
  sign: string;
}

/** A printed table of averages. `sex` of a row is the answer to the item `sex`. */
export interface Norms {
  score: string;
  age: string;
  sex: string;
  source: string;
  rows: { from: number; to: number; sex: number; low: number; high: number }[];
}
