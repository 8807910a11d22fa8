/** The plan as a week: which days and times. Changing it gives a new plan to save. */
import type { Plan } from "../record/kinds.ts";
import type { Day, Weekday } from "../dates.ts";
import type { Programme } from "../content/types.ts";

/** A first plan with the days and times the programme suggests. */
export function newPlan(programme: Programme, day: Day): Plan {
  const days = Object.fromEntries(programme.days_suggested.map((weekday) => [weekday, [...programme.times_suggested]]));
  return { programme: programme.slug, started_on: day, days, paused: null };
}

/** The plan with other times on one weekday (at most four; none makes it a day of rest). */
export function withTimes(plan: Plan, weekday: Weekday, times: string[]): Plan {
  const { [weekday]: _before, ...others } = plan.days;
  const sorted = [...new Set(times)].sort().slice(0, 4);
  return { ...plan, days: sorted.length ? { ...others, [weekday]: sorted } : others };
}

/** The plan paused from a day, up to and including `until`, or until it is resumed. */
export function pausedFrom(plan: Plan, from: Day, until: Day | null): Plan {
  return { ...plan, paused: { from, until } };
}

export function resumed(plan: Plan): Plan {
  return { ...plan, paused: null };
}
