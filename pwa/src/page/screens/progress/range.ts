/** Which weeks are shown, and the plain sums over them that a person could check by hand. */
import { type Day, addDays, mondayOf } from "../../../shared/dates.ts";
import { type Week, firstDay, progressOf } from "../../../shared/rules/progress.ts";
import type { Entry } from "../../../shared/record/versions.ts";

export const RANGES = [4, 12, 52] as const;
export type Range = (typeof RANGES)[number];

/** The last weeks up to today; weeks before the first entry are left out, down to the shortest range. */
export function weeksShown(entries: readonly Entry[], weeks: Range, today: Day): Week[] {
  const back = (count: number) => addDays(mondayOf(today), -7 * (count - 1));
  const first = firstDay(entries) ?? today;
  const begin = first < back(RANGES[0]) ? mondayOf(first) : back(RANGES[0]);
  return progressOf(entries, begin > back(weeks) ? begin : back(weeks), today);
}

export interface Sums {
  times: number;
  low: number;
  high: number;
  /** Averages of the first and last week with pain written down; null unless there are two such weeks. */
  first: number | null;
  last: number | null;
  /** Days with exercise. */
  days: number;
}

export function sumsOf(weeks: Week[]): Sums {
  const pain = weeks.flatMap((week) => week.pain ?? []);
  const two = pain.length > 1;
  return {
    times: pain.reduce((sum, week) => sum + week.count, 0),
    low: Math.min(...pain.map((week) => week.min)),
    high: Math.max(...pain.map((week) => week.max)),
    first: two ? pain[0]!.mean : null,
    last: two ? pain.at(-1)!.mean : null,
    days: weeks.reduce((sum, week) => sum + (week.exercise?.days ?? 0), 0),
  };
}

/** An average with at most 1 decimal place: "4", "4.5". */
export const rounded = (mean: number): string => String(Math.round(mean * 10) / 10);
