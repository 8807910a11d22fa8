/**
 * Places by their names, on the phone: each is in the middle of the outcodes that have its name. The name as it is comes
 * first, then the beginning of one, then words of one; a slip of the finger or two is forgiven when there is none of those.
 */
import { slipsBetween, wordsOf } from "../rules/finding.ts";
import type { Point } from "./distance.ts";
import { mean, type Outcodes } from "./place.ts";

export interface NamedPlace extends Point {
  name: string;
  /** county or council, where the name alone is that of several places */
  region: string | null;
  /** the letters that its postcodes begin with: "PO" */
  letters: string[];
  /** how many outcodes it has: the more, the larger it is */
  outcodes: number;
}

/** More than this is no choice that anybody reads. */
export const MOST_PLACES = 6;
/** Letters from which on the beginning of a name is enough. */
const ENOUGH = 3;
const SAME = "=";

interface Known extends NamedPlace { words: string[]; all: string[] }

/** What somebody may mean who typed this, the likeliest first; none when it is like no name that is known. */
export function placesNamed(typed: string, table: Outcodes): NamedPlace[] {
  const wanted = plain(typed);
  if (!wanted.length) return [];
  const known = placesOf(table);
  const joined = wanted.join("");
  const ways: ((place: Known) => boolean)[] = [
    ({ words }) => words.join("") === joined,
    ({ words, all }) => words.length < wanted.length && words.every((word, at) => word === wanted[at]) && wanted.every((word) => all.includes(word)),
    ({ words }) => wanted.every((word, at) => (at < wanted.length - 1 ? words[at] === word : startsWith(words[at], word))),
    ({ words }) => wanted.every((word) => words.includes(word)),
  ];
  for (const way of ways) {
    const found = known.filter(way);
    if (found.length) return inOrder(found);
  }
  return inOrder(nearest(known, joined));
}

const startsWith = (word: string | undefined, typed: string): boolean =>
  word !== undefined && (word === typed || (typed.length >= ENOUGH && word.startsWith(typed)));

/** Those with the fewest slips: none are forgiven in a short name, 1 from 4 letters on, 2 from 8. */
function nearest(known: readonly Known[], joined: string): Known[] {
  let slips = joined.length < 4 ? 0 : joined.length < 8 ? 1 : 2;
  let found: Known[] = [];
  for (const place of known) {
    const name = place.words.join("");
    if (Math.abs(name.length - joined.length) > slips) continue;
    const between = slipsBetween(name, joined);
    if (between < slips) [slips, found] = [between, []];
    if (between === slips && slips > 0) found.push(place);
  }
  return found;
}

const inOrder = (found: readonly Known[]): NamedPlace[] =>
  [...found].sort((a, b) => b.outcodes - a.outcodes || a.name.localeCompare(b.name) || (a.region ?? "").localeCompare(b.region ?? "")).slice(0, MOST_PLACES)
    .map(({ words: _, all: __, ...place }) => place);

/** "St. Andrews" as "st", "andrews": a saint is written in two ways, and so is "and". */
const plain = (text: string): string[] => wordsOf(text.replaceAll("&", " and ")).map((word) => (word === "saint" ? "st" : word));

const read = new WeakMap<Outcodes, Known[]>();

function placesOf(table: Outcodes): Known[] {
  let places = read.get(table);
  if (!places) read.set(table, (places = [...gathered(table)].map(([said, { points, letters }]) => {
    const [name = "", region = null] = said.split("@");
    const words = plain(name);
    const [lat, lon] = [mean(points.map((point) => point.lat)), mean(points.map((point) => point.lon))];
    return { name, region, letters: [...letters], outcodes: points.length, lat, lon, words, all: [...words, ...plain(region ?? ""), ...[...letters].map((each) => each.toLowerCase())] };
  })));
  return places;
}

/** By "Newport@Isle of Wight", as the pack writes a name: where its outcodes are. */
function gathered({ areas }: Outcodes): Map<string, { points: Point[]; letters: Set<string> }> {
  const places = new Map<string, { points: Point[]; letters: Set<string> }>();
  for (const [letters, rows] of Object.entries(areas)) {
    let last: string[] = [];
    for (const row of rows.split(";")) {
      const [, lat, lon, ...said] = row.split(" ");
      const names = said.join(" ");
      if (names !== SAME) last = names.split("/").filter(Boolean);
      for (const name of last) {
        const place = places.get(name) ?? { points: [], letters: new Set() };
        place.points.push({ lat: Number(lat) / 1000, lon: Number(lon) / 1000 });
        place.letters.add(letters);
        places.set(name, place);
      }
    }
  }
  return places;
}
