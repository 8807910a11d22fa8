/**
 * Scores: what answers add up to, the band it is printed in, and the printed average for an age and a sex. How each
 * score is made stands in the content, never here. The same rules are in jointly.checkins.scoring.rules; both are held
 * to content/questionnaires/<slug>/v1/cases.yaml. Totals need every answer unless the content says otherwise. Nothing
 * here diagnoses: a band is a range of numbers.
 */
import type { Band, Questionnaire, Score, Values } from "../content/questionnaire-types.ts";
import { type Asked, isAsked, isFine, numberOf, tidy } from "./answers.ts";

/** What the rules need of a questionnaire. */
export type Counted = Asked & Pick<Questionnaire, "scores" | "norms" | "groups">;

/** A number that a score adds up, and the item it is from. */
export interface Part {
  item: string;
  number: number;
}

/** A score, null when an answer is missing; `parts` are the numbers that are added up. */
export interface Scored {
  value: number | null;
  parts: Part[];
  band: Band | null;
}

/** The printed average range of one sex at some ages, and where the score lies. */
export interface Norm {
  from_age: number;
  to_age: number;
  sex: number;
  low: number;
  high: number;
  where: "below" | "within" | "above";
}

const NONE: Scored = { value: null, parts: [], band: null };

export function scoreOf(questionnaire: Counted, score: Score, values: Values): Scored {
  if (score.how === "entered") return NONE;
  const parts = partsOf(questionnaire, score, values);
  if (!parts) return NONE;
  const value = valueOf(score, parts.map((part) => part.number));
  return { value, parts, band: bandOf(score, value) };
}

/** The printed range that a score lies in; null for a score without ranges. */
export const bandOf = (score: Score, value: number): Band | null =>
  score.bands.find((band) => band.from <= value && value <= band.to) ?? null;

function partsOf(questionnaire: Counted, score: Score, values: Values): Part[] | null {
  if (score.how === "minutes") return minutes(questionnaire, score, values);
  if (score.how === "stands") return stands(questionnaire, score, values);
  return answered(questionnaire, score, values);
}

/** The numbers of a sum or a mean; null while there are too few. */
function answered(questionnaire: Counted, score: Score, values: Values): Part[] | null {
  const parts: Part[] = [];
  for (const id of score.items) {
    const item = questionnaire.items.find((one) => one.id === id);
    const number = item && isAsked(questionnaire, item, values) ? numberOf(questionnaire, id, values) : null;
    if (number !== null) parts.push({ item: id, number: counted(score, id, number) });
  }
  return parts.length >= (score.at_least ?? score.items.length) ? parts : null;
}

function counted(score: Score, id: string, number: number): number {
  const from = score.count_from[id];
  return from === undefined ? number : Number(number >= from);
}

/** Days × minutes of each pair, times what the pair counts; no days are no minutes, whatever else was said. */
function minutes(questionnaire: Counted, score: Score, values: Values): Part[] | null {
  const parts: Part[] = [];
  for (const [pair, times] of score.times.entries()) {
    const days = numberOf(questionnaire, score.items[2 * pair]!, values);
    const item = score.items[2 * pair + 1]!;
    const each = days === 0 ? 0 : numberOf(questionnaire, item, values);
    if (days === null || each === null) return null;
    parts.push({ item, number: days * each * times });
  }
  return parts;
}

/** Stands counted, or 0 when the arms were used (Jones and Rikli, 2002); null while either is not said. */
function stands(questionnaire: Counted, score: Score, values: Values): Part[] | null {
  const [item, used] = score.items as [string, string];
  const number = numberOf(questionnaire, item, values);
  const arms = numberOf(questionnaire, used, values);
  return number === null || arms === null ? null : [{ item, number: arms > 0 ? 0 : number }];
}

function valueOf(score: Score, numbers: number[]): number {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (score.how === "mean") return tidy(total / numbers.length);
  if (score.how === "best-100") return tidy(100 - (total * 25) / numbers.length);
  return tidy(total);
}

/** The printed average; null without an age and a sex that the table has, or without the score. */
export function normOf(questionnaire: Counted, values: Values): Norm | null {
  const { norms } = questionnaire;
  const score = norms && questionnaire.scores.find((one) => one.id === norms.score);
  if (!norms || !score) return null;
  const { value } = scoreOf(questionnaire, score, values);
  const age = numberOf(questionnaire, norms.age, values);
  const sex = numberOf(questionnaire, norms.sex, values);
  if (value === null || age === null || sex === null) return null;
  const row = norms.rows.find((one) => one.sex === sex && one.from <= age && age <= one.to);
  if (!row) return null;
  const where = value < row.low ? "below" : value > row.high ? "above" : "within";
  return { from_age: row.from, to_age: row.to, sex, low: row.low, high: row.high, where };
}

export type EnteredFault = "unknown" | "out-of-range" | "too-fine";

/** A result that was worked out elsewhere. */
export interface Entered {
  total: number | null;
  subscales: { [score: string]: number };
  group?: string | null;
}

/** What is wrong with such a result, by the id of the score, or `group`. */
export function enteredFaults(questionnaire: Counted, { total, subscales, group = null }: Entered): { [score: string]: EnteredFault } {
  const faults: { [score: string]: EnteredFault } = {};
  for (const [id, value] of Object.entries({ ...subscales, ...(total !== null && { total }) })) {
    const fault = enteredFault(questionnaire.scores.find((score) => score.id === id), value);
    if (fault) faults[id] = fault;
  }
  if (group !== null && !questionnaire.groups.some((one) => one.id === group)) faults.group = "unknown";
  return faults;
}

function enteredFault(score: Score | undefined, value: number): EnteredFault | null {
  if (!score) return "unknown";
  if (value < score.min || (score.max !== null && value > score.max)) return "out-of-range";
  return isFine(value, score.decimals) ? null : "too-fine";
}
