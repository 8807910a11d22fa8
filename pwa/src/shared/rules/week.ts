/** The plan as a week: which days and times, and what became of each. Changing it gives a new plan to save. */
import type { Entry } from "../record/versions.ts";
import type { Plan } from "../record/kinds.ts";
import type { Day, Weekday } from "../dates.ts";
import { addDays, mondayOf, WEEKDAYS } from "../dates.ts";
import type { Programme } from "../content/types.ts";
import { badDays, ofKind } from "./sessions.ts";
import { isPaused, plannedTimes } from "./today.ts";

export interface WeekDay {
  day: Day;
  weekday: Weekday;
  /** the times planned; empty on a day of rest, in a pause and before the start */
  times: string[];
  /** "done": every planned session has an exercise; "part": some have; "missed": past and none has */
  state: "rest" | "planned" | "paused" | "done" | "part" | "missed" | "bad-day";
  today: boolean;
  exercises: number;
}

/** The seven days, Monday first, of the week that `day` is in, seen on `today`. */
export function weekOf(plan: Plan | null, entries: readonly Entry[], day: Day, today: Day): WeekDay[] {
  const monday = mondayOf(day);
  const bad = new Set(badDays(entries));
  const done = ofKind(entries, "exercise").filter((entry) => entry.body.outcome !== "skipped");
  return WEEKDAYS.map((weekday, index) => {
    const date = addDays(monday, index);
    const times = plannedTimes(plan, date);
    const todays = done.filter((entry) => entry.day === date);
    const paused = plan !== null && isPaused(plan, date);
    const state = bad.has(date) ? "bad-day" : stateOf(times.length, todays, date < today, paused);
    return { day: date, weekday, times, state, today: date === today, exercises: todays.length };
  });
}

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

/** How many sessions a week the plan holds. */
export function sessionsAWeek(plan: Plan): number {
  return Object.values(plan.days).reduce((sum, times) => sum + (times?.length ?? 0), 0);
}

/** A planned session counts as done for each time its most-repeated exercise was done that day. */
function stateOf(planned: number, done: Entry<"exercise">[], past: boolean, paused: boolean): WeekDay["state"] {
  const times = new Map<string, number>();
  for (const { body } of done) times.set(body.exercise, (times.get(body.exercise) ?? 0) + 1);
  const sessions = Math.max(0, ...times.values());
  if (sessions > 0) return sessions >= planned ? "done" : "part";
  if (paused) return "paused";
  if (!planned) return "rest";
  return past ? "missed" : "planned";
}
