/** Making the phone's database anew, and giving it up. */
import { ALL, Store } from "./db.ts";
import { forgetUnfinished } from "./drafts.ts";
import { type Opened, placeOf } from "./rebuild.ts";
import type { Salvage } from "./salvage.ts";
import { dropSalvage, keepSalvage, keptSalvage, remove, salvage } from "./salvage.ts";
import type { StoreBroken } from "./trouble.ts";

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
export async function finishRebuild(store: Store): Promise<Opened> {
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
