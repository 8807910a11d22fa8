/**
 * A database that lacks a part is made anew. What can still be read is kept; the server sends the rest again. One that
 * cannot be opened at all is left alone: a phone that is full or short of memory opens it another day, with everything
 * in it that was never sent.
 */
import { ALL, Store } from "./db.ts";
import { forgetUnfinished } from "./drafts.ts";
import type { Salvage } from "./salvage.ts";
import { dropSalvage, keepSalvage, keptSalvage, placeOf, remove, salvage } from "./salvage.ts";
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

/** Opens the store; what a few tries do not cure is cured by a rebuild, and told. Raises StoreBroken, StorageFull or StoreNewer. */
export async function openOrRebuild(name = "jointly", waits = WAITS_MS): Promise<Opened> {
  for (const wait of [...waits, null]) {
    const store = await Store.open(name).catch((error: unknown) => {
      if (error instanceof StoreBroken) return error;
      throw error;
    });
    if (store instanceof Store) return finishRebuild(store);
    if (wait === null) return rebuild(name, store);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw new StoreBroken("not reached");
}

/** Deletes the database with all that is in it: the last resort, and only the person may ask for it. */
export async function startAfresh(name = "jointly"): Promise<void> {
  forgetUnfinished();
  await remove(placeOf(name));
  await remove(name);
}

/**
 * Deletes the database and makes it anew with every row that can still be read; what was never received goes up again.
 * Raises `error`, with nothing deleted, when it cannot even be looked into, and StorageFull, with nothing deleted, when
 * there is no room to keep what is in it a second time.
 */
export async function rebuild(name: string, error: StoreBroken): Promise<Opened> {
  await keepSalvage(name, await salvage(name, error));
  await remove(name);
  return finishRebuild(await Store.open(name));
}

/** Takes in what a rebuild has kept, this one's or one that the phone cut short. Raises with all of it still kept. */
async function finishRebuild(store: Store): Promise<Opened> {
  try {
    const kept = await keptSalvage(store.name);
    if (!kept) return { store, trouble: null };
    await fill(store, kept);
    await dropSalvage(store.name);
    return { store, trouble: { kept: kept.rows.length, lost: kept.lost } };
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Puts in what the store lacks, so that doing it twice is the same as once. */
async function fill(store: Store, { rows, named }: Salvage): Promise<void> {
  await store.run(ALL, "readwrite", async (tx) => {
    const [held, outbox, meta] = [tx.objectStore("rows"), tx.objectStore("outbox"), tx.objectStore("meta")];
    await Promise.all(rows.map(async (row) => {
      if (await held.getKey([row.subject, row.id])) return;
      await held.put(row);
    }));
    const waiting = new Set((await outbox.getAll()).map(({ id }) => id));
    for (const { subject, id, number, refused } of rows) {
      if (number === null && !refused && !waiting.has(id)) await outbox.add({ subject, id });
    }
    await Promise.all(named.map(async ([key, value]) => {
      if ((await meta.getKey(key)) === undefined) await meta.put(value, key);
    }));
  });
}
