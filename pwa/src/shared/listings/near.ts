/**
 * Looks through the listings on this phone as the server looks through all of them: what is near or online, on some days,
 * with what somebody needs, nearest or soonest first. Worked cases: tests/verification/near.yaml.
 */
import { type Card, type Row, rowsOf } from "./cards.ts";
import { kmBetween, type Point } from "./distance.ts";
import { CONDITIONS, GROUPS, has, KINDS, type Name } from "./facets.ts";
import { hasWords, meant } from "./words.ts";

/** The fields of the server's `Look`: all of `all_of` are wanted, and one of each list in `any_of`. */
export interface Ask {
  /** none: only what is online */
  around: (Point & { km: number }) | null;
  /** 0 is Monday; none are all */
  days: number[];
  from_minute: number | null;
  to_minute: number | null;
  all_of: Name[];
  any_of: Name[][];
  words: string;
  order: "near" | "soon";
}

export interface Line {
  card: Card;
  /** none for what is online only */
  km: number | null;
  /** 0 to 6, or 7 for none */
  day: number;
}

const WEEK_MS = 7 * 86_400_000;

/** All that fit, each listing once. */
export function look(cards: readonly Card[], ask: Ask, now: Date): Line[] {
  const wanted: Name[] = ask.around ? ask.all_of : [...ask.all_of, "online"];
  const words = meant(cards, ask.words);
  const fit = cards.filter((card) => !card.cancelled && wanted.every((name) => has(card.facets, name))
    && ask.any_of.every((names) => names.some((name) => has(card.facets, name))) && hasWords(card, words));
  const lines = fit.flatMap((card) => best(card, ask, now));
  const soon = ask.order === "soon" || !ask.around;
  return lines.sort((a, b) => (soon ? a.at - b.at : a.away - b.away) || (a.card.id < b.card.id ? -1 : 1))
    .map(({ card, km, day }) => ({ card, km, day }));
}

/** Of the rows of a listing that fit, the one to be shown; none when none do. */
function best(card: Card, ask: Ask, now: Date): (Line & { at: number; away: number })[] {
  const rows = rowsOf(card, now).flatMap((row) => {
    const km = row.place && ask.around ? kmBetween(ask.around, row.place as Point) : null;
    return fits(row, km, ask) ? [{ card, km, day: row.day, at: soonness(row, now), away: km ?? Infinity }] : [];
  });
  const first = rows.sort((a, b) => (ask.order === "near" && ask.around ? a.away - b.away : 0) || a.at - b.at)[0];
  return first ? [first] : [];
}

/** When it is next; of what has begun it is taken to be a week later, as on the server. */
const soonness = ({ next_at }: Row, now: Date): number =>
  next_at === null ? Infinity : next_at < now.getTime() ? next_at + WEEK_MS : next_at;

function fits({ day, minute, place }: Row, km: number | null, ask: Ask): boolean {
  if (ask.around ? km === null || km > ask.around.km : place !== null) return false;
  if (ask.days.length && !ask.days.includes(day)) return false;
  if (ask.from_minute === null && ask.to_minute === null) return true;
  return minute !== null && minute >= (ask.from_minute ?? 0) && minute <= (ask.to_minute ?? 1439);
}

/** Something that was asked for, which can be left out by itself. */
export type Part = "days" | "times" | "words" | "kinds" | "conditions" | "groups" | Name;

/** The parts of what is asked, each with what is asked without it: so that nothing found can say what to loosen. */
export function loosened(ask: Ask): [Part, Ask][] {
  const without = (names: readonly Name[]) => ask.any_of.filter((list) => !list.some((name) => names.includes(name)));
  const parts: [Part, Ask][] = ask.all_of.map((name) => [name, { ...ask, all_of: ask.all_of.filter((each) => each !== name) }]);
  if (ask.days.length) parts.push(["days", { ...ask, days: [] }]);
  if (ask.from_minute !== null || ask.to_minute !== null) parts.push(["times", { ...ask, from_minute: null, to_minute: null }]);
  if (ask.words.trim()) parts.push(["words", { ...ask, words: "" }]);
  for (const [part, names] of [["kinds", KINDS], ["conditions", CONDITIONS], ["groups", GROUPS]] as const) {
    if (without(names).length < ask.any_of.length) parts.push([part, { ...ask, any_of: without(names) }]);
  }
  return parts;
}
