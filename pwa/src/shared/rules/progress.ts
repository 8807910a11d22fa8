/** Pain and exercise by week, for a chart and the table under it. A week with nothing recorded is a gap, not a zero. */
import type { Entry } from "../record/versions.ts";
import type { Day } from "../dates.ts";
import { addDays, mondayOf } from "../dates.ts";
import { badDays, ofKind } from "./sessions.ts";

export interface PainWeek {
  count: number;
  mean: number;
  min: number;
  max: number;
}

export interface ExerciseWeek {
  done: number;
  part: number;
  skipped: number;
  /** days with something done or partly done */
  days: number;
}

export interface Week {
  monday: Day;
  sunday: Day;
  pain: PainWeek | null;
  exercise: ExerciseWeek | null;
  bad_days: number;
}

/** Every week from the one `from` is in to the one `to` is in, oldest first. */
export function progressOf(entries: readonly Entry[], from: Day, to: Day): Week[] {
  const pain = byWeek(ofKind(entries, "pain"));
  const exercise = byWeek(ofKind(entries, "exercise"));
  const bad = badDays(entries).map(mondayOf);
  const weeks: Week[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    weeks.push({
      monday, sunday: addDays(monday, 6),
      pain: painWeek(pain.get(monday)), exercise: exerciseWeek(exercise.get(monday)),
      bad_days: bad.filter((week) => week === monday).length,
    });
  }
  return weeks;
}

/** The day of the earliest pain or exercise entry; null before there is one. */
export function firstDay(entries: readonly Entry[]): Day | null {
  return [...ofKind(entries, "pain"), ...ofKind(entries, "exercise")].map((entry) => entry.day).sort()[0] ?? null;
}

function byWeek<E extends Entry<"pain"> | Entry<"exercise">>(entries: readonly E[]): Map<Day, E[]> {
  const weeks = new Map<Day, E[]>();
  for (const entry of entries) {
    const monday = mondayOf(entry.day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), entry]);
  }
  return weeks;
}

function painWeek(entries: Entry<"pain">[] | undefined): PainWeek | null {
  if (!entries) return null;
  const scores = entries.map((entry) => entry.body.score);
  const sum = scores.reduce((total, score) => total + score, 0);
  return { count: scores.length, mean: sum / scores.length, min: Math.min(...scores), max: Math.max(...scores) };
}

function exerciseWeek(entries: Entry<"exercise">[] | undefined): ExerciseWeek | null {
  if (!entries) return null;
  const count = (outcome: string) => entries.filter((entry) => entry.body.outcome === outcome).length;
  const days = new Set(entries.filter((entry) => entry.body.outcome !== "skipped").map((entry) => entry.day)).size;
  return { done: count("done"), part: count("part"), skipped: count("skipped"), days };
}
