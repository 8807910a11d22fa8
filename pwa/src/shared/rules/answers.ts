/**
 * Single answers: whether one counts, which are still to come, and which care card one of them opens. The same rules
 * are in jointly.checkins.scoring.answers, with the same worked cases. Nothing here weighs answers: a card opens because
 * one answer is printed as opening it.
 */
import type { Item, Opens, Questionnaire, Value, Values } from "../content/questionnaire-types.ts";

/** What the rules need of a questionnaire. */
export type Asked = Pick<Questionnaire, "items" | "opens">;
export type AnswerFault = "not-a-number" | "not-an-option" | "out-of-range" | "too-fine" | "empty" | "too-long";

const SPACES = /[ \t\r\n\u00a0]+/g;

/** A number without the dust of division: to 6 decimals, halves up, so that both languages say the same. */
export const tidy = (number: number): number => Math.floor(number * 1e6 + 0.5) / 1e6;

/** Whether a number has no more decimals than that. */
export function isFine(number: number, decimals: number): boolean {
  const steps = number * 10 ** decimals;
  return Math.abs(steps - Math.floor(steps + 0.5)) < 1e-6;
}

/** The number that was typed: a comma is what some keyboards have for a point. NaN for what is no number. */
export function typedNumber(text: string): number {
  const said = text.trim().replace(",", ".").replace("−", "-");
  return /^-?\d+(\.\d*)?$/.test(said) ? Number(said) : NaN;
}

/** Why an answer cannot be taken; null when it can. */
export function answerFault(item: Item, value: Value): AnswerFault | null {
  if (item.kind === "text") return textFault(item, value);
  if (typeof value !== "number" || !Number.isFinite(value)) return "not-a-number";
  if (item.options) return item.options.some((option) => option.value === value) ? null : "not-an-option";
  if (value < (item.min ?? 0) || value > (item.max ?? 0)) return "out-of-range";
  return isFine(value, item.decimals) ? null : "too-fine";
}

function textFault(item: Item, value: Value): AnswerFault | null {
  if (typeof value !== "string" || !squeezed(value)) return "empty";
  return [...value].length > (item.max ?? 0) ? "too-long" : null;
}

/** The answer as a number; null when it is missing or cannot be taken. */
export function numberOf(questionnaire: Asked, id: string, values: Values): number | null {
  const item = itemOf(questionnaire, id);
  const value = values[id];
  return !item || typeof value !== "number" || answerFault(item, value) ? null : value;
}

/** The person's own words in answer to an item, spaces tidied; null when there are none. */
export function wordsOf(questionnaire: Asked, id: string, values: Values): string | null {
  const item = itemOf(questionnaire, id);
  const value = values[id];
  return !item || typeof value !== "string" || answerFault(item, value) ? null : squeezed(value);
}

/** Whether an item is asked after the answers so far: minutes only with days, a rating only with what it rates. */
export function isAsked(questionnaire: Asked, item: Item, values: Values): boolean {
  if (item.only_if !== null) return (numberOf(questionnaire, item.only_if, values) ?? 0) > 0;
  return item.about === null || wordsOf(questionnaire, item.about, values) !== null;
}

/** The items that are asked, are not optional, and have no answer that can be taken; in order. */
export function missing(questionnaire: Asked, values: Values): string[] {
  const lacks = (item: Item) => values[item.id] === undefined || answerFault(item, values[item.id]!) !== null;
  return questionnaire.items.filter((item) => !item.optional && isAsked(questionnaire, item, values) && lacks(item)).map((item) => item.id);
}

/** The signs of care cards that single answers say yes to, whatever the others are; in order. */
export function opened(questionnaire: Asked, values: Values): Opens[] {
  return questionnaire.opens.filter((one) => (numberOf(questionnaire, one.item, values) ?? -Infinity) >= one.from);
}

const itemOf = (questionnaire: Asked, id: string): Item | undefined => questionnaire.items.find((item) => item.id === id);
const squeezed = (text: string): string => text.replace(SPACES, " ").replace(/^ | $/g, "");
