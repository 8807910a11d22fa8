/** Instants on the clock in London, which is the clock of what is on. */
import { type Day, localTime, offsetMinutes, type Weekday, WEEKDAYS } from "../dates.ts";

const ZONE = "Europe/London";
const HOUR_MS = 3_600_000;
/** The clocks change on a whole hour: asking `Intl` once for each hour is a hundred times as fast as for each date. */
const offsets = new Map<number, number>();

function offsetAt(instant: number): number {
  const hour = Math.floor(instant / HOUR_MS);
  let minutes = offsets.get(hour);
  if (minutes === undefined) offsets.set(hour, (minutes = offsetMinutes(new Date(hour * HOUR_MS), ZONE)));
  return minutes;
}

/** Monday is 0; minutes count from midnight. */
export function inLondon(instant: Date): { day: number; minute: number } {
  const local = instant.getTime() + offsetAt(instant.getTime()) * 60_000;
  const at = new Date(local);
  return { day: (at.getUTCDay() + 6) % 7, minute: at.getUTCHours() * 60 + at.getUTCMinutes() };
}

/** "2026-11-24T10:30:00+00:00" */
export const londonTime = (instant: Date): string => localTime(instant, ZONE);
export const londonDay = (instant: Date): Day => londonTime(instant).slice(0, 10);

export const dayNumber = (weekday: Weekday): number => WEEKDAYS.indexOf(weekday);
