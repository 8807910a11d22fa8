/** The person's own area, kept on the phone: what is on there can be looked through without signal. */
import { ask } from "../api/client.ts";
import type { Store } from "../store/db.ts";
import { readSealed } from "../store/meta.ts";
import type { Card, Source } from "./cards.ts";
import { KM_PER_MILE, kmBetween, type Point } from "./distance.ts";
import { changeKept } from "./kept.ts";
import type { Ask } from "./near.ts";
import { rounded, type Spot } from "./place.ts";

export interface Area {
  spot: Spot;
  km: number;
  cards: Card[];
  /** there are more than were given: the nearest are here */
  more: boolean;
  sources: Source[];
  /** when the server made it, in RFC 3339 */
  made_at: string;
}

export const AREA = "listings-area";
/** As far as anybody is asked to travel here. */
export const WIDEST_KM = 20 * KM_PER_MILE;
const MOST = 600;
const DAY_MS = 86_400_000;
/** The server knows of a date that is off within minutes: whoever looks now is told before they set out. */
const WATCHED_MS = 15 * 60_000;

/** Raises Locked. */
export const readArea = (store: Store): Promise<Area | undefined> => readSealed<Area>(store, AREA);

/** What is on around a place, from the server. Raises Problem or NoAnswer. */
export async function fetchArea(spot: Spot): Promise<Area> {
  const { cards, more, sources, made_at } = await ask("POST /api/listings/area", { ...rounded(spot), km: WIDEST_KM });
  return { spot, km: WIDEST_KM, cards: cards.slice(0, MOST), more: more || cards.length > MOST, sources, made_at };
}

/** Keeps it in place of any other. Raises Locked and StorageFull. */
export const keepArea = (store: Store, area: Area): Promise<Area> => changeKept<Area>(store, AREA, area, () => area);

/** Whether it is to be asked for anew: after 15 minutes while somebody looks at it, and otherwise after a day. */
export const isStale = ({ made_at }: Area, now: Date, watched: boolean): boolean =>
  now.getTime() - Date.parse(made_at) >= (watched ? WATCHED_MS : DAY_MS);

/** How far around its place everything that is on is here, in kilometres. */
export function reachOf({ spot, km, cards, more }: Area): number {
  if (!more) return km;
  return Math.max(0, ...cards.flatMap(({ place }) => (place?.lat != null ? [kmBetween(rounded(spot), place as Point)] : [])));
}

/** Whether all that is asked for would be here. */
export const covers = (area: Area, { around }: Ask): boolean => (around ? around.km <= reachOf(area) : !area.more);
