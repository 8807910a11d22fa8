import { type Weekday, WEEKDAYS } from "../../../shared/dates.ts";
import { dateWords, timeWords, weekdayWords } from "../../../shared/datewords.ts";
import type { Plan } from "../../../shared/record/kinds.ts";
import { locale } from "../../messages.ts";
import { t } from "./words.ts";

/** A plan in words: "Monday and Friday at 10am", "Tuesday at 7:30pm", "Paused from 21 November 2026". */
export function planSays({ days, paused }: Plan): string[] {
  const and = new Intl.ListFormat(locale);
  const timesOn = (day: Weekday) => and.format((days[day] ?? []).map((time) => timeWords(time)));
  const week = [...new Set(WEEKDAYS.map(timesOn))].filter(Boolean).map((times) => {
    const on = WEEKDAYS.filter((day) => timesOn(day) === times);
    if (on.length === WEEKDAYS.length) return t("plan-says-every-day", { times });
    return t("plan-says-days", { times, days: and.format(on.map((day) => weekdayWords(day, locale))) });
  });
  if (!paused) return week;
  const from = dateWords(paused.from, locale);
  return [...week, paused.until ? t("plan-says-paused-until", { from, until: dateWords(paused.until, locale) }) : t("plan-says-paused", { from })];
}
