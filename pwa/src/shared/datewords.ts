/** Days and times in words, in the NHS content style ("6 August 2018", "5:30pm", "midday"), for a page's locale. */
import type { Day, Weekday } from "./dates.ts";
import { WEEKDAYS } from "./dates.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options })));
  return found;
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`);

/** "21 November 2026" */
export function dateWords(day: Day, locale = "en-GB"): string {
  return format(locale, { day: "numeric", month: "long", year: "numeric" }).format(noon(day));
}

/** "Saturday 21 November 2026" */
export function dayWords(day: Day, locale = "en-GB"): string {
  return `${weekdayOfDay(day, locale)} ${dateWords(day, locale)}`;
}

/** "Saturday 21 November" */
export function shortDayWords(day: Day, locale = "en-GB"): string {
  return `${weekdayOfDay(day, locale)} ${format(locale, { day: "numeric", month: "long" }).format(noon(day))}`;
}

/** "Saturday" */
export function weekdayWords(weekday: Weekday, locale = "en-GB"): string {
  return weekdayOfDay(`2024-01-0${WEEKDAYS.indexOf(weekday) + 1}`, locale); // 1 January 2024 was a Monday
}

/** "2:02pm", "5pm", "midday", "midnight" for a time of day ("14:02") or an instant with its offset. */
export function timeWords(time: string, words = { midday: "midday", midnight: "midnight" }): string {
  const [hour = 0, minute = 0] = time.slice(time.indexOf("T") + 1).split(":").map(Number);
  if (minute === 0 && hour === 0) return words.midnight;
  if (minute === 0 && hour === 12) return words.midday;
  const minutes = minute ? `:${String(minute).padStart(2, "0")}` : "";
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

function weekdayOfDay(day: Day, locale: string): string {
  return format(locale, { weekday: "long" }).format(noon(day));
}
