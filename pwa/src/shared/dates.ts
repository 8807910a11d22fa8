/**
 * Days, times and the words for them. A day is "2026-11-21", a time of day "09:00", an instant is RFC 3339 local time
 * with its UTC offset ("2026-11-21T08:00:00+00:00"), so that the day something belongs to can be read off it.
 * Words follow the NHS content style: "Saturday 21 November 2026", "2:02pm", "midday".
 */

export type Day = string;
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";
export const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** What tells the time: the phone's own clock and zone, or a test's. */
export interface Clock {
  now(): Date;
  zone(): string;
}

export const phoneClock: Clock = {
  now: () => new Date(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
};

const DAY_MS = 86_400_000;
const noon = (day: Day) => new Date(`${day}T12:00:00Z`);

/** The instant as local time in `zone` with its UTC offset, to the second. */
export function localTime(instant: Date, zone: string): string {
  const offset = offsetMinutes(instant, zone);
  const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return local + offsetText(offset);
}

/**
 * The instant at which the wall clock in `zone` shows `day` and `time`. A time the clocks skip in spring becomes the
 * time an hour later; one that comes twice in autumn is the first of the two.
 */
export function localTimeOn(day: Day, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const early = offsetMinutes(new Date(wall - DAY_MS), zone);
  const late = offsetMinutes(new Date(wall + DAY_MS), zone);
  const right = [early, late].find((minutes) => offsetMinutes(new Date(wall - minutes * 60_000), zone) === minutes);
  return localTime(new Date(wall - (right ?? early) * 60_000), zone);
}

/** The day that something recorded with `at` belongs to. */
export function dayOf(at: string): Day {
  return at.slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return new Date(noon(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / DAY_MS);
}

export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[(noon(day).getUTCDay() + 6) % 7]!;
}

/** The Monday of the week that `day` is in. */
export function mondayOf(day: Day): Day {
  return addDays(day, -WEEKDAYS.indexOf(weekdayOf(day)));
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** Minutes that clocks in `zone` are ahead of UTC at that instant. An unknown zone counts as UTC. */
export function offsetMinutes(instant: Date, zone: string): number {
  const name = formatFor(zone).formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "";
  const found = /([+-])(\d\d):(\d\d)/.exec(name);
  return found ? Number(`${found[1]}1`) * (Number(found[2]) * 60 + Number(found[3])) : 0;
}

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = offsets.get(zone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
    } catch {
      format = new Intl.DateTimeFormat("en", { timeZone: "UTC", timeZoneName: "longOffset" });
    }
    offsets.set(zone, format);
  }
  return format;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
