import type { Week } from "../../../shared/rules/progress.ts";
import { rounded, sumsOf } from "./range.ts";
import { t } from "./words.ts";

/** What the chart shows, in words: counts and averages, and no verdict on them. */
export function says(weeks: Week[]): string {
  const { times, low, high, first, last, days } = sumsOf(weeks);
  const average = first === null || last === null
    ? []
    : [t("progress-says-average", { first: rounded(first), last: rounded(last) })];
  return [t("progress-says-pain", { times, low, high }), ...average, t("progress-says-exercise", { days })].join(" ");
}
