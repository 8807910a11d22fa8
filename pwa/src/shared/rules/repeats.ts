/**
 * Questions that 2 instruments have in common, word for word and with the same answers, as the PHQ-4 is made of 2 of the
 * PHQ-9 and 2 of the GAD-7. Nobody is asked the same twice in one check-in. What was not asked has no record.
 */
import type { Item, Questionnaire } from "../content/questionnaire-types.ts";

type Asked = Pick<Questionnaire, "items">;

const saysOf = ({ words, options }: Item): string => JSON.stringify([words, options]);

/** The questions of an instrument that larger ones have too. */
export function repeated(asked: Asked, others: readonly Asked[]): Item[] {
  const there = new Set(others.filter(({ items }) => items.length > asked.items.length).flatMap(({ items }) => items.map(saysOf)));
  return asked.items.filter((item) => item.kind === "choice" && there.has(saysOf(item)));
}

/** Whether larger ones together ask all of it. */
export const isWithin = (asked: Asked, others: readonly Asked[]): boolean =>
  asked.items.length > 0 && repeated(asked, others).length === asked.items.length;
