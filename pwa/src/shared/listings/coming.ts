/**
 * The dates that a publisher's own words make, for a look at them before anything is sent: weekly, every so many weeks,
 * monthly by weekday, or once, by the clock in London. The server makes those that are kept; worked cases hold the two
 * equal (tests/verification/coming.yaml).
 */
import type { Schemas } from "../api/schema.d.ts";
import { addDays, type Day, daysBetween, localTimeOn, mondayOf, weekdayOf } from "../dates.ts";
import type { When } from "./cards.ts";
import { londonDay } from "./london.ts";

export type Runs = Schemas["Runs"];

/** As far as the server looks ahead. */
const WEEKS = 12;
const ZONE = "Europe/London";

/** Dates from `now` on, the soonest first, `most` at most. */
export function coming(runs: readonly Runs[], now: Date, most: number): When[] {
  const dates = runs.flatMap((each) => daysOf(each, londonDay(now)).map((day) => dateOn(each, day)));
  return dates.filter(({ end }) => Date.parse(end!) > now.getTime()).sort((a, b) => Date.parse(a.start) - Date.parse(b.start)).slice(0, most);
}

const dateOn = ({ start, end }: Runs, day: Day): When => ({ id: `${day} ${start}`, start: instantOn(day, start), end: instantOn(day, end) });

/** The instant at which the clock in London shows this. */
export const instantOn = (day: Day, time: string): string => new Date(localTimeOn(day, time, ZONE)).toISOString();

function daysOf(runs: Runs, today: Day): Day[] {
  const from = runs.first > today ? runs.first : today;
  const last = runs.every ? runs.last : runs.first;
  const ahead = Array.from({ length: WEEKS * 7 + 1 }, (_, days) => addDays(today, days));
  return ahead.filter((day) => day >= from && (!last || day <= last) && isOn(runs, day) && !runs.not_on?.includes(day));
}

function isOn({ every, interval = 1, days = [], weeks = [], first }: Runs, day: Day): boolean {
  if (!every) return day === first;
  if (!days.includes(weekdayOf(day))) return false;
  if (every === "week") return (daysBetween(mondayOf(first), mondayOf(day)) / 7) % interval === 0;
  return monthsBetween(first, day) % interval === 0 && weeks.some((week) => weeksOf(day).includes(week));
}

const monthsBetween = (from: Day, to: Day): number => monthOf(to) - monthOf(from);
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Which of its weekday in the month a day is: 1 for the first, and -1 as well for the last. */
export function weeksOf(day: Day): number[] {
  const last = addDays(day, 7).slice(0, 7) !== day.slice(0, 7);
  return [Math.ceil(Number(day.slice(8, 10)) / 7), ...(last ? [-1] : [])];
}
