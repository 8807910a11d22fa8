/**
 * Where somebody looks from. A postcode is looked up on the phone, by its first half alone, unless the service can find a
 * whole one and says so; the name of a place never leaves the phone. Whatever it was, the place is rounded to a kilometre
 * or so: nothing finer than that is kept, or sent when something is looked for.
 */
import type { Point } from "./distance.ts";

export interface Spot extends Point {
  /** the first half of a postcode; none when it was another way of saying where */
  outcode: string | null;
  /** what the place is called, when its name was typed */
  name?: string;
}

/** The content pack: by the letters that outcodes begin with, "29 53921 -1804 Ilkley;…" (thousandths of a degree). */
export interface Outcodes {
  areas: { [letters: string]: string };
}

const OUTCODE = /^([A-Z]{1,2})([0-9][0-9A-Z]?)$/;
const INWARD = /^[0-9][A-Z]{2}$/;

/** "LS7" of "ls7 4dt", "LS74DT", "LS7 4" or "LS7"; null for what is no postcode. */
export function outcodeOf(typed: string): string | null {
  const [first = "", second = ""] = typed.trim().toUpperCase().split(/\s+/);
  const whole = INWARD.test(first.slice(-3)) && OUTCODE.test(first.slice(0, -3));
  const outcode = second === "" && whole ? first.slice(0, -3) : first;
  return OUTCODE.test(outcode) && (second === "" || INWARD.test(second.padEnd(3, "A"))) ? outcode : null;
}

/** "LS29 9AA" of "ls299aa"; null for what is not a whole postcode. */
export function wholeOf(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/\s+/g, "");
  const outcode = outcodeOf(typed);
  return outcode && letters.length === outcode.length + 3 && INWARD.test(letters.slice(-3)) ? `${outcode} ${letters.slice(-3)}` : null;
}

/** The middle of an outcode; a newer one is taken to be in the middle of those that begin with the same letters. */
export function centreOf(outcode: string, { areas }: Outcodes): Point | null {
  const [, letters = "", rest] = OUTCODE.exec(outcode) ?? [];
  const rows = areas[letters]?.split(";").map((row) => row.split(" ")) ?? [];
  const known = rows.filter(([name]) => name === rest);
  const [lat, lon] = [1, 2].map((place) => mean((known.length ? known : rows).map((row) => Number(row[place]) / 1000)));
  return rows.length ? { lat: lat!, lon: lon! } : null;
}

/** Two decimals: about a kilometre. */
export const rounded = ({ lat, lon }: Point): Point => ({ lat: round(lat), lon: round(lon) });

const round = (degrees: number): number => Math.round(degrees * 100) / 100;
/** In thousandths. */
export const mean = (numbers: number[]): number => Math.round((numbers.reduce((sum, each) => sum + each, 0) / numbers.length) * 1000) / 1000;
