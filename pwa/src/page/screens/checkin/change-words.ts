/** How a score moved since the first check-in, in words. */
import type { Questionnaire, Score } from "../../../shared/content/questionnaire-types.ts";
import type { Series } from "../../../shared/rules/series.ts";
import { isChosen, sizeWords, unitOf, valueWords } from "../measures/sum-words.ts";
import { number } from "../measures/words.ts";
import { date, t } from "./words.ts";

/** "2 points lower than at the start: from 6 to 4." Then whether that is as large as the printed size of change. */
export function changeWords(asked: Questionnaire, { score, points, change }: Series): string {
  const says = (value: number) => valueWords(asked, score, value);
  const said = points.filter(({ value }) => value !== null);
  const last = said.at(-1);
  if (!last) return t("checkin-change-no-answer");
  if (said.length === 1) return t("checkin-change-once", { value: says(last.value!), contact: last.title });
  if (!change) return t("checkin-change-not-compared", { value: says(last.value!) });
  const { first, now, difference, reached, more } = change;
  const way = wayOf(difference);
  // Answers that are words are not numbers apart from each other.
  const moved = isChosen(asked, score)
    ? t("checkin-change-words", { way, first: says(first), now: says(now) })
    : t("checkin-change", { way, by: amountWords(asked, score, Math.abs(difference)), first: number(first, score.decimals), now: number(now, score.decimals) });
  if (difference === 0 || score.change === null) return moved;
  return `${moved} ${t(more ? "checkin-change-more" : reached ? "checkin-change-reached" : "checkin-change-not-reached")}`;
}

/** The same for scores from elsewhere, of which the first is no start of anything. */
export function scoreChangeWords({ score, points, change }: Pick<Series, "score" | "points" | "change">): string {
  const says = (value: number) => (score.max === null ? number(value, score.decimals) : t("checkin-score-of", { value: number(value, score.decimals), max: number(score.max) }));
  const { value, on } = points.at(-1)!;
  if (!change) return t("checkin-score-once", { value: says(value!), day: date(on) });
  const { first, now, difference, reached } = change;
  const by = number(Math.abs(difference), score.decimals);
  const moved = t("checkin-score-change", {
    way: wayOf(difference), first: number(first, score.decimals), now: number(now, score.decimals),
    by: t("checkin-amount-points", { amount: by, count: Math.abs(difference) }),
  });
  if (difference === 0 || score.change === null) return moved;
  return `${moved} ${t(reached ? "checkin-change-reached" : "checkin-change-not-reached")}`;
}

/** The same beside both numbers, in a table: "2 points lower", and whether that is as large as the printed size of change. */
export function changeBrief(asked: Questionnaire, { score, points, change }: Series): string {
  if (points.filter(({ value }) => value !== null).length < 2) return t("checkin-brief-once");
  if (!change) return t("checkin-brief-not-compared");
  const { difference, reached, more } = change;
  const way = wayOf(difference);
  if (isChosen(asked, score)) return t("checkin-brief-words", { way });
  const moved = t("checkin-brief", { way, by: amountWords(asked, score, Math.abs(difference)) });
  if (difference === 0 || score.change === null) return moved;
  return t("checkin-brief-size", { moved, size: more ? "more" : reached ? "reached" : "less" });
}

const wayOf = (difference: number): string => (difference === 0 ? "same" : difference < 0 ? "lower" : "higher");

/** "2 points", "3 kg", "60 minutes"; a count alone, as "2 times higher" would say something else. */
function amountWords(asked: Questionnaire, score: Score, amount: number): string {
  const shown = number(amount, score.decimals);
  if (score.how === "stands") return shown;
  const unit = unitOf(asked, score);
  return unit ? t("checkin-amount-unit", { amount: shown, unit }) : t("checkin-amount-points", { amount: shown, count: amount });
}

/** The printed size of change and its source; that there is none, where there is none. */
export const thresholdWords = (score: Score): string => sizeWords(score).join(" ") || t("checkin-no-threshold");
