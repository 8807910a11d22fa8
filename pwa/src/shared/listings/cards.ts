/** Listings as they come to the phone. What is left out of a card is not stated; see backend/jointly/listings/cards.py. */
import type { Schemas } from "../api/schema.d.ts";
import { type Freshness, freshness } from "../rules/freshness.ts";
import { dayNumber, inLondon, londonDay } from "./london.ts";

export type Card = Schemas["Card"];
export type When = Schemas["When"];
export type Pattern = Schemas["Pattern"];
export type Place = Schemas["Place"];
export type Price = Schemas["Price"];
export type Source = Schemas["SourceSaid"];

/** Dates to come that a card has at most: where it has so many, there are more. */
const DATES = 8;
const DAY_MS = 86_400_000;
const NO_DAY = 7;

/** A row of the server's search table: one weekday, start and place of a listing. `next_at` in milliseconds. */
export interface Row {
  day: number;
  minute: number | null;
  next_at: number | null;
  place: Place | null;
}

/** Dates that are still to come, or going on. */
export const datesToCome = ({ dates = [] }: Card, now: Date): When[] =>
  dates.filter(({ start, end }) => Date.parse(end ?? start) >= now.getTime());

/** The first date that takes place, on one of these weekdays if any are given. */
export const nextDate = (card: Card, now: Date, days: readonly number[] = []): When | undefined =>
  datesToCome(card, now).find(({ status, start }) => status !== "cancelled" && (!days.length || days.includes(inLondon(new Date(start)).day)));

/**
 * Where and when it can be found, as the server's own table has it: its dates to come; its usual days where it has none.
 * A card has its next dates alone, so the pattern of something that runs often, or that was kept for long, says the rest.
 */
export function rowsOf(card: Card, now: Date): Row[] {
  const minute = Math.floor(now.getTime() / 60_000);
  const before = made.get(card);
  if (before?.minute === minute) return before.rows;
  const rows = makeRows(card, now);
  made.set(card, { minute, rows });
  return rows;
}

/** Somebody who tries one choice after another looks through the same listings each time. */
const made = new WeakMap<Card, { minute: number; rows: Row[] }>();

function makeRows(card: Card, now: Date): Row[] {
  const ahead = datesToCome(card, now);
  const on = ahead.filter(({ status }) => status !== "cancelled");
  const rowsFor = (dates: When[]) => dates.flatMap(({ start, place }) => {
    const next_at = Date.parse(start);
    return spotsOf(card, place).map((spot): Row => ({ ...inLondon(new Date(next_at)), next_at, place: spot }));
  });
  const rows = rowsFor(on.filter(({ start }) => Date.parse(start) >= now.getTime()));
  const more = (card.dates ?? []).length >= DATES ? afterThat(card, now) : [];
  if (rows.length || more.length) return [...rows, ...more];
  if (on.length) return rowsFor(on);
  const usual = usualDays(card, now);
  if (!usual.length && !ahead.length && isOver(card, now)) return [];
  return (usual.length ? usual : [{ day: NO_DAY, minute: null }]).flatMap((when) =>
    spotsOf(card).map((place): Row => ({ ...when, next_at: null, place })));
}

const hasEnded = ({ every, first, last }: Pattern, now: Date): boolean => {
  const end = every === "once" ? first : last;
  return Boolean(end && end <= londonDay(now));
};

/** Whether it had dates and none is left. */
const isOver = ({ patterns = [] }: Card, now: Date): boolean => patterns.length > 0 && patterns.every((pattern) => hasEnded(pattern, now));

/** Whether it may be shown as it is, after so long without anybody saying that it is right; never, where nobody ever did. */
export function freshnessOf(card: Card, source: Source | undefined, now: Date): Freshness {
  const at = source?.here ? card.checked_at : source?.read_at;
  return at ? freshness({ at: new Date(at), said: source!.here, runs_days: card.runs_days ?? 7 }, now) : "fading";
}

/** The weekly dates after the last one that the card has; what is rarer has all that matter on the card. */
function afterThat(card: Card, now: Date): Row[] {
  const last = Math.max(now.getTime(), ...card.dates!.map(({ start }) => Date.parse(start)));
  return (card.patterns ?? []).flatMap(({ every, interval = 1, days = [], start, last: until, usual }) => {
    const weekly = interval === 1 && (every === "day" || every === "week") && start && !usual;
    const wanted = !weekly ? [] : every === "day" ? [0, 1, 2, 3, 4, 5, 6] : days.map(dayNumber);
    return wanted.flatMap((day) => {
      const next_at = last + (((day - inLondon(new Date(last)).day + 7) % 7) || 7) * DAY_MS;
      if (until && new Date(next_at).toISOString().slice(0, 10) > until) return [];
      return spotsOf(card).map((place): Row => ({ day, minute: minuteOf(start!), next_at, place }));
    });
  });
}

function usualDays({ patterns = [] }: Card, now: Date): { day: number; minute: number | null }[] {
  return patterns.filter((pattern) => pattern.usual && !(pattern.last && pattern.last < londonDay(now))).flatMap(({ days = [], start }) =>
    days.map((day) => ({ day: dayNumber(day), minute: start ? minuteOf(start) : null })));
}

function spotsOf(card: Card, moved_to?: Place | null): (Place | null)[] {
  const places = moved_to ? [moved_to] : [card.place, ...(card.also_at ?? [])];
  const here = card.attendance === "online" ? [] : places.filter((place): place is Place => place?.lat != null);
  return card.attendance !== "in-person" || !here.length ? [...here, null] : here;
}

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
