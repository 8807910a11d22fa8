import type { Day } from "../../../shared/dates.ts";
import type { Entry } from "../../../shared/record/versions.ts";

/** Entries come newest first, and so do the days. */
export function byDay(found: Entry[]): [Day, Entry[]][] {
  const days = new Map<Day, Entry[]>();
  for (const entry of found) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return [...days];
}
