/** What somebody wants to be reminded of, and whether their clock is still the one they wanted it by. */
import type { Bodies } from "../record/kinds.ts";
import type { Entry } from "../record/versions.ts";
import { offsetMinutes } from "../dates.ts";
import { ofKind } from "../rules/sessions.ts";

export type Wishes = Bodies["reminding"];

/** The wishes that hold: of the one entry, or the latest if two phones each made one. */
export const wishesOf = (entries: readonly Entry[]): Entry<"reminding"> | undefined => ofKind(entries, "reminding").at(-1);

/** Do the clocks of two zones show the same, now and over the next year? Guernsey's do as London's. */
export function sameClock(zone: string, other: string, now: Date): boolean {
  if (zone === other) return true;
  return Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, 15, 12)))
    .concat(now).every((instant) => offsetMinutes(instant, zone) === offsetMinutes(instant, other));
}

/** "New York" for "America/New_York". */
export const placeOf = (zone: string): string => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
