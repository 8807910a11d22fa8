/**
 * What can still be read of a damaged database, kept in a second one from before the first is deleted until the new one
 * holds it: whatever ends the app in between, a phone has it once at least.
 */
import { openDB } from "idb";
import type { Database, Schema, StoredRow } from "./db.ts";
import { ALL, Store } from "./db.ts";
import { cursorKey } from "./meta.ts";
import { isThere, placeOf } from "./rebuild.ts";
import { StoreBroken } from "./trouble.ts";

export interface Salvage {
  rows: StoredRow[];
  named: [string, unknown][];
  /** something could not be read */
  lost: boolean;
}

/** Set in the same transaction as all the rest; without it there is nothing in a second database to go on from. */
const WHOLE = "salvage";

/** Reads row by row, going past those that cannot be read. No cursors are kept, so the server sends all it has again. */
export async function salvage(name: string, error: StoreBroken): Promise<Salvage> {
  const found: Salvage = { rows: [], named: [], lost: false };
  const database = await lookInto(name, error);
  try {
    for (const key of await keysOf(database, "rows", error)) {
      const row = await database.get("rows", key).catch(() => undefined);
      if (row?.blob instanceof Uint8Array) found.rows.push(row);
      else found.lost = true;
    }
    for (const key of await keysOf(database, "meta", error)) {
      const value = await database.get("meta", key).catch(() => undefined);
      if (value !== undefined && !key.startsWith(cursorKey(""))) found.named.push([key, value]);
    }
    found.lost ||= !database.objectStoreNames.contains("rows");
  } finally {
    database.close(); // an open connection would hold up the deletion for ever
  }
  return found;
}

/** Adds to what an unfinished rebuild kept. Raises StorageFull, with nothing added, when there is no room for it twice. */
export async function keepSalvage(name: string, { rows, named, lost }: Salvage): Promise<void> {
  await inPlace(name, (place) => place.run(ALL, "readwrite", async (tx) => {
    await Promise.all([
      ...rows.map((row) => tx.objectStore("rows").put(row)),
      ...named.map(([key, value]) => tx.objectStore("meta").put(value, key)),
      tx.objectStore("meta").put({ lost }, WHOLE),
    ]);
  }));
}

/** What an earlier rebuild had kept and did not finish with, if any. */
export async function keptSalvage(name: string): Promise<Salvage | null> {
  if (!(await isThere(placeOf(name)))) return null;
  return inPlace(name, (place) => place.run(ALL, "readonly", async (tx) => {
    const meta = tx.objectStore("meta");
    const [whole, rows, keys, values] = await Promise.all([
      meta.get(WHOLE) as Promise<{ lost: boolean } | undefined>, tx.objectStore("rows").getAll(), meta.getAllKeys(), meta.getAll(),
    ]);
    const named = keys.map((key, index): [string, unknown] => [key, values[index]]).filter(([key]) => key !== WHOLE);
    return whole ? { rows, named, lost: whole.lost } : null;
  }));
}

/** Emptied before it is deleted: a deletion that does not come about must not bring a record back after signing out. */
export async function dropSalvage(name: string): Promise<void> {
  await inPlace(name, (place) => place.run(ALL, "readwrite", (tx) => Promise.all(ALL.map((store) => tx.objectStore(store).clear()))));
  await remove(placeOf(name));
}

export function remove(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new StoreBroken("the phone's database cannot be made anew", { cause: request.error }));
  });
}

async function inPlace<T>(name: string, work: (place: Store) => Promise<T>): Promise<T> {
  const place = await Store.open(placeOf(name));
  try {
    return await work(place);
  } finally {
    place.close();
  }
}

async function lookInto(name: string, error: StoreBroken): Promise<Database> {
  try {
    return await openDB<Schema>(name);
  } catch {
    throw error;
  }
}

async function keysOf<S extends "rows" | "meta">(database: Database, store: S, error: StoreBroken): Promise<Schema[S]["key"][]> {
  if (!database.objectStoreNames.contains(store)) return [];
  return database.getAllKeys(store).catch(() => { throw error; });
}
