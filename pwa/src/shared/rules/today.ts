/** What today holds: the sessions planned, how each exercise stands, and the question about exercises before. */
import type { Entry } from "../record/versions.ts";
import type { Outcome, Plan } from "../record/kinds.ts";
import type { Day } from "../dates.ts";
import { addDays, weekdayOf } from "../dates.ts";
import type { Dose, Exercise, Programme } from "../content/types.ts";
import { levelOf, ofKind, planOf, settledByDay } from "./sessions.ts";

export interface TodayItem {
  exercise: Exercise;
  level: number;
  /** the bad-day version */
  gentle: boolean;
  dose: Dose;
  state: "to-do" | Outcome;
  /** the entry that says so */
  entry: Entry<"exercise"> | null;
}

export interface TodaySession {
  time: string;
  items: TodayItem[];
}

export interface Today {
  day: Day;
  /** "planned": there is something to do; "bad-day": today's plan is the gentler one */
  state: "no-plan" | "not-started" | "paused" | "rest" | "planned" | "bad-day";
  badDay: Entry<"bad-day"> | null;
  sessions: TodaySession[];
  /** exercises done today beside the plan */
  extra: Entry<"exercise">[];
  /** today's pain entries, newest first */
  pain: Entry<"pain">[];
  /** ask about this day's exercises: "by the next morning, had it settled?" */
  settle: { on: Day; exercises: number } | null;
  /** a bad day counts as success; so does a day with everything answered and something of it done */
  success: boolean;
  left: number;
  /** the next day with something planned, within four weeks; null when there is none or the plan is paused for good */
  next: Day | null;
}

export interface TodayQuestion {
  day: Day;
  /** the hour on this phone's wall clock, 0 to 23 */
  hour: number;
  entries: readonly Entry[];
  /** null when the pack is not on the phone yet */
  programme: Programme | null;
}

/** Whether it had settled by the next morning is still asked this many days later. */
export const ASKED_FOR_DAYS = 7;
/** Before this hour it is still night: nobody can say yet how the morning is. */
const MORNING = 5;

export function todayOf({ day, hour, entries, programme }: TodayQuestion): Today {
  const plan = programme ? planOf(entries, programme.slug)?.body ?? null : null;
  const badDay = ofKind(entries, "bad-day").findLast(({ body }) => body.on === day) ?? null;
  const done = ofKind(entries, "exercise").filter((entry) => entry.day === day);
  const { sessions, extra } = fill(plannedTimes(plan, day), itemsFor(entries, programme, badDay !== null), done, programme?.slug);
  const items = sessions.flatMap((session) => session.items);
  const left = items.filter((item) => item.state === "to-do").length;
  return {
    day, badDay, sessions, extra, left,
    state: stateOf(plan, day, badDay !== null),
    pain: ofKind(entries, "pain").filter((entry) => entry.day === day).reverse(),
    settle: hour < MORNING ? null : settleQuestion(entries, day),
    success: badDay !== null || (left === 0 && items.some((item) => item.state !== "skipped")),
    next: nextPlanned(plan, day),
  };
}

/** The times of day planned for `day`: none before the start, in a pause, or on a day of rest. */
export function plannedTimes(plan: Plan | null, day: Day): string[] {
  if (!plan || day < plan.started_on || isPaused(plan, day)) return [];
  return [...(plan.days[weekdayOf(day)] ?? [])].sort();
}

/** A pause holds from its first day up to and including its last. */
export function isPaused(plan: Plan, day: Day): boolean {
  return plan.paused !== null && day >= plan.paused.from && (plan.paused.until === null || day <= plan.paused.until);
}

/** An exercise at the person's level, or its bad-day version. */
export function itemFor(entries: readonly Entry[], programme: Programme, exercise: Exercise, gentle: boolean): TodayItem {
  const level = levelOf(entries, programme.slug, exercise.slug);
  const dose = gentle ? exercise.gentle : exercise.levels.find((each) => each.level === level) ?? exercise.levels[0]!;
  return { exercise, level, gentle, dose, state: "to-do", entry: null };
}

function itemsFor(entries: readonly Entry[], programme: Programme | null, gentle: boolean): TodayItem[] {
  if (!programme) return [];
  const chosen = gentle
    ? programme.gentle.exercises.map((slug) => programme.exercises.find((exercise) => exercise.slug === slug))
    : programme.exercises;
  return chosen.filter((exercise) => exercise !== undefined)
    .map((exercise) => itemFor(entries, programme, exercise, gentle));
}

/** Gives each entry of today to the first session that still waits for its exercise. */
function fill(times: string[], items: TodayItem[], done: Entry<"exercise">[], programme: string | undefined) {
  const sessions = times.map((time): TodaySession => ({ time, items: items.map((item) => ({ ...item })) }));
  const extra: Entry<"exercise">[] = [];
  for (const entry of done) {
    const open = entry.body.programme === programme && sessions.flatMap((session) => session.items)
      .find((item) => item.entry === null && item.exercise.slug === entry.body.exercise);
    if (open) Object.assign(open, { entry, state: entry.body.outcome });
    else extra.push(entry);
  }
  return { sessions, extra };
}

function stateOf(plan: Plan | null, day: Day, bad: boolean): Today["state"] {
  if (bad) return "bad-day";
  if (!plan) return "no-plan";
  if (day < plan.started_on) return "not-started";
  if (isPaused(plan, day)) return "paused";
  return plannedTimes(plan, day).length ? "planned" : "rest";
}

/** One question a day at most: about the latest day with exercises that has no answer yet, not today's. */
function settleQuestion(entries: readonly Entry[], day: Day): Today["settle"] {
  if (ofKind(entries, "settled").some((entry) => entry.day === day)) return null;
  const answered = settledByDay(entries);
  const done = ofKind(entries, "exercise").filter((entry) => entry.body.outcome !== "skipped");
  const open = done.map((entry) => entry.day)
    .filter((on) => on < day && on >= addDays(day, -ASKED_FOR_DAYS) && !answered.has(on));
  const on = open.sort().at(-1);
  return on === undefined ? null : { on, exercises: open.filter((each) => each === on).length };
}

function nextPlanned(plan: Plan | null, day: Day): Day | null {
  for (let ahead = 1; ahead <= 28; ahead++) {
    const next = addDays(day, ahead);
    if (plannedTimes(plan, next).length) return next;
  }
  return null;
}
