/** The last weeks of a diary in sentences: what was written down, and no verdict on it. */
import type { Day } from "../../../shared/dates.ts";
import type { Week } from "../../../shared/rules/progress.ts";
import { rounded, sumsOf } from "../progress/range.ts";
import { date } from "./care-words.ts";
import { t } from "./words.ts";

/** Weeks at the most that are looked back on. */
export const WEEKS = 12;

/** Beside their picture. Of what is shared only: nothing is said of a part that is not. */
export function saysOf(weeks: Week[], scopes: string[]): string {
  return [
    t("person-says-weeks", { weeks: weeks.length }),
    ...(scopes.includes("pain") ? painSays(weeks) : []),
    ...(scopes.includes("exercise") ? [t("person-says-exercise", { days: sumsOf(weeks).days })] : []),
  ].join(" ");
}

/** Without a picture, for paper: over which days, and how many exercises were done. */
export function saysOnPaper(weeks: Week[], scopes: string[], today: Day): string {
  const count = (outcome: "done" | "part") => weeks.reduce((sum, { exercise }) => sum + (exercise?.[outcome] ?? 0), 0);
  const { days } = sumsOf(weeks);
  return [
    t("person-says-days", { first: date(weeks[0]!.monday), last: date(today) }),
    ...(scopes.includes("pain") ? painSays(weeks) : []),
    ...(scopes.includes("exercise") && days ? [t("person-says-sessions", { done: count("done"), part: count("part") })] : []),
    ...(scopes.includes("exercise") ? [t("person-says-exercise", { days })] : []),
  ].join(" ");
}

function painSays(weeks: Week[]): string[] {
  const { times, low, high, first, last } = sumsOf(weeks);
  const average = first !== null && last !== null ? [t("person-says-average", { first: rounded(first), last: rounded(last) })] : [];
  return [t("person-says-pain", { times, low, high }), ...average];
}
