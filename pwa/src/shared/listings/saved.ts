/** Listings that somebody saved, whole: they open without signal, and say so when they are no longer listed. */
import { askAt, Problem } from "../api/client.ts";
import type { Store } from "../store/db.ts";
import { readSealed } from "../store/meta.ts";
import type { Card, Source } from "./cards.ts";
import { changeKept } from "./kept.ts";

export interface Saved {
  card: Card;
  source: Source;
  saved_at: string;
  /** when the server last said it */
  read_at: string;
  /** it is listed no more */
  gone: boolean;
}

export interface AllSaved {
  [listing: string]: Saved;
}

export const SAVED = "listings-saved";

/** Raises Locked. */
export const readSaved = async (store: Store): Promise<AllSaved> => (await readSealed<AllSaved>(store, SAVED)) ?? {};

export const save = (store: Store, card: Card, source: Source, read_at: string, now = new Date()): Promise<AllSaved> =>
  changeKept<AllSaved>(store, SAVED, {}, (all) => ({ ...all, [card.id]: { card, source, saved_at: now.toISOString(), read_at, gone: false } }));

export const unsave = (store: Store, listing: string): Promise<AllSaved> =>
  changeKept<AllSaved>(store, SAVED, {}, ({ [listing]: _, ...rest }) => rest);

const DAY_MS = 86_400_000;

/** Asks after what was not asked after for a day; what cannot be asked stays as it was. */
export async function refreshSaved(store: Store, now = new Date()): Promise<void> {
  const news = new Map<string, Partial<Saved>>();
  const read_at = now.toISOString();
  for (const [listing, before] of Object.entries(await readSaved(store))) {
    if (now.getTime() - Date.parse(before.read_at) < DAY_MS) continue;
    try {
      news.set(listing, { ...(await askAt("GET /api/listings/{listing}", { listing })), read_at, gone: false });
    } catch (error) {
      if (!(error instanceof Problem)) break; // no signal
      if (error.status === 404) news.set(listing, { gone: true, read_at });
    }
  }
  if (!news.size) return;
  await changeKept<AllSaved>(store, SAVED, {}, (all) =>
    Object.fromEntries(Object.entries(all).map(([listing, saved]) => [listing, { ...saved, ...news.get(listing) }])));
}
