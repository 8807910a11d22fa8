/** How a score is added up, so that anybody can check it by hand. */
import type { Questionnaire, Score, Values } from "../../../shared/content/questionnaire-types.ts";
import { isFine, numberOf, wordsOf } from "../../../shared/rules/answers.ts";
import type { Scored } from "../../../shared/rules/scoring.ts";
import { added, number, t } from "./words.ts";

/** What a score is called: the person's own words where it rates them. */
export function scoreTitle(asked: Questionnaire, score: Score, values: Values): string {
  const item = score.items.length === 1 ? asked.items.find(({ id }) => id === score.items[0]) : undefined;
  return (item?.about && wordsOf(asked, item.about, values)) || score.words;
}

/** Whether a score is one of some answers in words, whose number only keeps its place. */
export const isChosen = (asked: Questionnaire, score: Score): boolean =>
  score.how === "value" && asked.items.some(({ id, options }) => id === score.items[0] && options !== null);

/** The one answer that such a score is. */
export function chosenWords(asked: Questionnaire, score: Score, value: number | null): string | undefined {
  const item = isChosen(asked, score) ? asked.items.find(({ id }) => id === score.items[0]) : undefined;
  return item?.options?.find((option) => option.value === value)?.words;
}

/** What a score counts: "kg", "times", or the "minutes" of days and minutes. */
export function unitOf({ items }: Questionnaire, { how, items: [first, second] }: Score): string | null {
  const counted = how === "minutes" ? second : how === "value" || how === "stands" ? first : null;
  return items.find(({ id }) => id === counted)?.unit ?? null;
}

/** A score alone: "6 out of 12", an answer in its own words, or a number with its unit. */
export function valueWords(asked: Questionnaire, score: Score, value: number): string {
  const unit = unitOf(asked, score);
  const chosen = chosenWords(asked, score, value);
  if (chosen) return chosen;
  if (unit) return t("measures-value-unit", { value: number(value, score.decimals), unit });
  if (score.max === null) return number(value, score.decimals);
  return t("measures-value", { value: number(value, score.decimals), max: number(score.max) });
}

/**
 * The printed sizes of change with their sources. What the words leave out stands beside them: a part of the first number
 * that counts as well. The larger size says so in its own words ("a third less").
 */
export function sizeWords({ change, change_more }: Score): string[] {
  if (!change) return [];
  const { words, source, or_percent: percent } = change;
  const first = percent === null || words.split(/\W+/).includes(String(percent)) ? t("measures-threshold", { words, source })
    : t("measures-threshold-percent", { words, percent, source });
  return [first, ...(change_more ? [t("measures-threshold", { words: change_more.words, source: change_more.source })] : [])];
}

/** The lines of the sum, the last of which ends in the score. */
export function sumWords(asked: Questionnaire, score: Score, { value, parts }: Scored, values: Values): string[] {
  if (value === null) return [];
  const numbers = parts.map((part) => part.number);
  const total = numbers.reduce((sum, each) => sum + each, 0);
  const shown = { sum: added(numbers), total: number(total), max: number(score.max ?? 0), count: numbers.length };
  switch (score.how) {
    case "sum":
      return [t("measures-sum", shown)];
    case "mean":
      return [t("measures-mean", { ...shown, mean: number(value, score.decimals) })];
    case "best-100":
      return [t("measures-best-100", { ...shown, value: number(value, score.decimals) })];
    case "minutes":
      return [...pairs(asked, score, values), numbers.length > 1 ? t("measures-minutes-all", shown) : t("measures-minutes-one", shown)];
    case "stands":
      return [value < numberOf(asked, score.items[0]!, values)! ? t("measures-stands-arms") : valueWords(asked, score, value)];
    default:
      return [valueWords(asked, score, value)];
  }
}

/** Whether the score is shown with fewer decimals than it has. */
export const isRounded = (value: number | null, { decimals }: Score): boolean => value !== null && !isFine(value, decimals);

/** Days × minutes, line by line; days of 0 need none. */
function pairs(asked: Questionnaire, score: Score, values: Values): string[] {
  return score.times.flatMap((times, pair) => {
    const days = numberOf(asked, score.items[2 * pair]!, values);
    const minutes = numberOf(asked, score.items[2 * pair + 1]!, values);
    if (!days || minutes === null) return [];
    const shown = { days: amount(asked, score.items[2 * pair]!, days), minutes: amount(asked, score.items[2 * pair + 1]!, minutes) };
    const all = number(days * minutes * times);
    return [times === 1 ? t("measures-minutes", { ...shown, all }) : t("measures-minutes-twice", { ...shown, times: number(times), all })];
  });
}

const amount = (asked: Questionnaire, id: string, value: number): string =>
  t("measures-value-unit", { value: number(value), unit: asked.items.find((item) => item.id === id)?.unit ?? "" });
