import { type Weekday, WEEKDAYS } from "../../../shared/dates.ts";
import { dateWords, timeWords, weekdayWords } from "../../../shared/datewords.ts";
import type { Plan } from "../../../shared/record/kinds.ts";
import { exerciseName } from "../../exercise-names.ts";
import { locale } from "../../messages.ts";
import { programmeNamed } from "../../programmes.ts";
import { t } from "./words.ts";

/** A plan in words: its programme, its days, a break, and the exercises chosen for it. */
export function planSays(plan: Plan): string[] {
  if (!plan.exercises) return weekSays(plan);
  const exercises = new Intl.ListFormat(locale, { type: "unit" }).format(plan.exercises.map(exerciseName));
  return [...weekSays(plan), t("plan-says-exercises", { exercises })];
}

/** The same for a list, where the exercises are counted. */
export function planBrief(plan: Plan): string[] {
  return plan.exercises ? [...weekSays(plan), t("plan-says-count", { count: plan.exercises.length })] : weekSays(plan);
}

/** "Knee and hip programme", "Monday and Friday at 10am", "Tuesday at 7:30pm", "Paused from 21 November 2026". */
function weekSays({ programme, days, paused }: Plan): string[] {
  const and = new Intl.ListFormat(locale);
  const timesOn = (day: Weekday) => and.format((days[day] ?? []).map((time) => timeWords(time)));
  const week = [...new Set(WEEKDAYS.map(timesOn))].filter(Boolean).map((times) => {
    const on = WEEKDAYS.filter((day) => timesOn(day) === times);
    if (on.length === WEEKDAYS.length) return t("plan-says-every-day", { times });
    return t("plan-says-days", { times, days: and.format(on.map((day) => weekdayWords(day, locale))) });
  });
  const lines = [programmeNamed(programme)?.title ?? programme, ...week];
  if (!paused) return lines;
  const from = dateWords(paused.from, locale);
  return [...lines, paused.until ? t("plan-says-paused-until", { from, until: dateWords(paused.until, locale) }) : t("plan-says-paused", { from })];
}
