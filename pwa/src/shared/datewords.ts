/**
 * Days and times in words, in the NHS content style ("6 August 2018", "5:30pm", "midday"), for a page's locale. English
 * names are our own: `Intl` wakes up with its first date, which holds a slow phone up for 80 ms on the first screen.
 */
import type { Day, Weekday } from "./dates.ts";
import { WEEKDAYS, weekdayOf } from "./dates.ts";

const ENGLISH = "en-GB";
const MONTH_NAMES = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];
const WEEKDAY_NAMES: { [weekday in Weekday]: string } = {
  mon: "Monday", tue: "Tuesday", wed: "Wednesday", thu: "Thursday", fri: "Friday", sat: "Saturday", sun: "Sunday",
};
const formats = new Map<string, Intl.DateTimeFormat>();

function format(day: Day, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options })));
  return found.format(new Date(`${day}T12:00:00Z`));
}

/** "21 November" */
export function dayMonthWords(day: Day, locale = ENGLISH): string {
  if (locale === ENGLISH) return `${Number(day.slice(8, 10))} ${MONTH_NAMES[Number(day.slice(5, 7)) - 1]}`;
  return format(day, locale, { day: "numeric", month: "long" });
}

/** "21 November 2026" */
export function dateWords(day: Day, locale = ENGLISH): string {
  if (locale === ENGLISH) return `${dayMonthWords(day)} ${Number(day.slice(0, 4))}`;
  return format(day, locale, { day: "numeric", month: "long", year: "numeric" });
}

/** "Saturday 21 November 2026" */
export function dayWords(day: Day, locale = ENGLISH): string {
  return `${weekdayOfDay(day, locale)} ${dateWords(day, locale)}`;
}

/** "Saturday 21 November" */
export function shortDayWords(day: Day, locale = ENGLISH): string {
  return `${weekdayOfDay(day, locale)} ${dayMonthWords(day, locale)}`;
}

/** "Saturday" */
export function weekdayWords(weekday: Weekday, locale = ENGLISH): string {
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
  return locale === ENGLISH ? WEEKDAY_NAMES[weekdayOf(day)] : format(day, locale, { weekday: "long" });
}
