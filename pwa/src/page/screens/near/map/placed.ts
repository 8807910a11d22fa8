/** What of the things that were found can be shown on a map, and where. */
import type { Card, Place } from "../../../../shared/listings/cards.ts";
import { kmBetween, type Point } from "../../../../shared/listings/distance.ts";
import type { Line } from "../../../../shared/listings/near.ts";
import { t } from "../words.ts";

export interface Placed extends Point {
  /** of the thing at this place: something may be at several */
  id: string;
  line: Line;
  place: Place;
}

/** What takes place within so many kilometres, once for each place. What is from home is on no map. */
export function placedOf(lines: readonly Line[], around: Point & { km: number }): Placed[] {
  return lines.filter(({ km }) => km !== null).flatMap((line) => {
    const here = placesOf(line.card).flatMap((place) => {
      const { lat, lon } = place;
      const within = lat != null && lon != null && kmBetween(around, { lat, lon }) <= around.km;
      return within ? [{ id: `${line.card.id} ${lat} ${lon}`, line, place, lat, lon }] : [];
    });
    return here.filter(({ id }, index) => here.findIndex((each) => each.id === id) === index);
  });
}

/** All places that a listing names, those that single dates were moved to included. */
const placesOf = ({ place, also_at = [], dates = [] }: Card): Place[] =>
  [place, ...also_at, ...dates.map((date) => date.place)].filter((each): each is Place => Boolean(each));

/** Each of the listings once, whatever number of places of theirs there are. */
export const linesOf = (things: readonly Placed[]): Line[] => [...new Set(things.map(({ line }) => line))];

/** What a pin is called: the thing and its place, or how many there are. */
export function pinWords(things: readonly Placed[]): string {
  const [{ line, place }] = things as [Placed];
  const count = linesOf(things).length;
  if (count === 1) return place.name ? t("near-map-pin", { name: line.card.name, place: place.name }) : line.card.name;
  const same = place.name && things.every((each) => each.place.name === place.name);
  return same ? t("near-map-pin-place", { count, place: place.name }) : t("near-map-pin-many", { count });
}
