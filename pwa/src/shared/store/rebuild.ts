/**
 * A database that lacks a part is made anew. What can still be read is kept; the server sends the rest again. One that
 * cannot be opened at all is left alone: a phone that is full or short of memory opens it another day, with everything
 * in it that was never sent.
 */
import { Store } from "./db.ts";
import { StoreBroken } from "./trouble.ts";

export interface Trouble {
  /** rows that could be read and were kept */
  kept: number;
  /** something could not be read: entries that were never received may be lost */
  lost: boolean;
}

export interface Opened {
  store: Store;
  /** null when all was well */
  trouble: Trouble | null;
}

const WAITS_MS = [100, 500, 1_500];

/** Where a rebuild keeps what could be read until it is done. */
export const placeOf = (name: string) => `${name}-salvage`;

/** Opens the store; what a few tries do not cure is cured by a rebuild, and told. Raises StoreBroken, StorageFull or StoreNewer. */
export async function openOrRebuild(name = "jointly", waits = WAITS_MS): Promise<Opened> {
  for (const wait of [...waits, null]) {
    const store = await Store.open(name).catch((error: unknown) => {
      if (error instanceof StoreBroken) return error;
      throw error;
    });
    if (store instanceof Store && !(await isThere(placeOf(name)))) return { store, trouble: null };
    if (store instanceof Store) return (await rebuilding()).finishRebuild(store);
    if (wait === null) return (await rebuilding()).rebuild(name, store);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw new StoreBroken("not reached");
}

/** Hardly any phone ever needs the code of it. */
const rebuilding = () => import("./rebuilding.ts");

/** A browser that cannot say which databases there are has to open it. */
export async function isThere(name: string): Promise<boolean> {
  const known = await indexedDB.databases?.().catch(() => undefined);
  return known?.some((each) => each.name === name) ?? true;
}
