/**
 * When a goal is to be looked at again, and when a smaller step is offered. The server has the first rule in
 * jointly.plans.rules; both are held to the worked cases in tests/verification/goals.yaml.
 * Source of the 7: Brief Action Planning (JCOM 2014), as confidence is asked there.
 */
import { addDays, type Day, daysBetween } from "../dates.ts";
import type { Goal } from "../record/kinds.ts";
import type { Entry } from "../record/versions.ts";
import { ofKind } from "./sessions.ts";

/** Under it, on a scale of 0 to 10, a smaller step is offered. Nothing is kept from being saved. */
export const SURE_ENOUGH = 7;

/** As many plans for what may get in the way as one goal has room for. */
export const MOST_COPING = 5;

/** Days until the looks that are suggested: 1, 2 and 4 weeks. */
const REVIEW_DAYS = [7, 14, 28];

/** Whole days since the goal was to be looked at again (0: today); null when it is not, or not yet. */
export function reviewDue({ status, review_on }: Pick<Goal, "status" | "review_on">, today: Day): number | null {
  if (status !== "active" || !review_on || review_on > today) return null;
  return daysBetween(review_on, today);
}

export const offersSmaller = (confidence: number | null): boolean => confidence !== null && confidence < SURE_ENOUGH;

export const suggestedReviews = (today: Day): Day[] => REVIEW_DAYS.map((days) => addDays(today, days));

export interface Goals {
  active: Entry<"goal">[];
  /** reached, wholly or in part */
  done: Entry<"goal">[];
  stopped: Entry<"goal">[];
}

/** Goals by how they stand: those worked on by the day they are to be looked at, the others newest first. */
export function goalsOf(entries: readonly Entry[]): Goals {
  const goals = ofKind(entries, "goal").toReversed();
  const day = ({ body }: Entry<"goal">) => body.review_on ?? "9999";
  return {
    active: goals.filter(({ body }) => body.status === "active").sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)),
    done: goals.filter(({ body }) => body.status === "done" || body.status === "part"),
    stopped: goals.filter(({ body }) => body.status === "stopped"),
  };
}

/** What was agreed for a bad day, in own words: one for each goal that is worked on and has such a plan. */
export const badDayPlans = (entries: readonly Entry[]): Entry<"goal">[] => goalsOf(entries).active.filter(({ body }) => body.bad_day);

/** How a review went, and what comes next. */
export type Went = NonNullable<Goal["reviewed"]>["went"];
export type Next = "keep" | "smaller" | "another" | "finished";

/** The goal after a review: going on as it is, or ended as it went. The next look is for the person to choose. */
export function reviewed(goal: Goal, { went, next, helped, on, review_on }: {
  went: Went; next: Next; helped: string; on: Day; review_on: Day | null;
}): Goal {
  const goesOn = next === "keep" || next === "smaller";
  const status = goesOn ? "active" : went === "not" ? "stopped" : went;
  return { ...goal, status, helped: helped.trim() || null, review_on: goesOn ? review_on : null, reviewed: { on, went } };
}
