/**
 * A database that lacks a part is made anew. What can still be read is kept; the server sends the rest again. One that
 * cannot be opened at all is left alone: a phone that is full or short of memory opens it another day, with everything
 * in it that was never sent.
 */
import { openDB } from "idb";
import type { Database, Schema, StoredRow } from "./db.ts";
import { ALL, Store } from "./db.ts";
import { cursorKey } from "./meta.ts";
import { StoreBroken } from "./trouble.ts";

export interface Trouble {
  /** rows that could be read and were kept */
  kept: number;
  /** something could not be read: entries that were never received may be lost */
  lost: boolean;
  error: StoreBroken;
}

const WAITS_MS = [100, 500, 1_500];

/** Opens the store; what a few tries do not cure is cured by a rebuild, and told. Raises StoreBroken, StorageFull or StoreNewer. */
export async function openOrRebuild(name = "jointly", waits = WAITS_MS): Promise<{ store: Store; trouble: Trouble | null }> {
  for (const wait of [...waits, null]) {
    try {
      return { store: await Store.open(name), trouble: null };
    } catch (error) {
      if (!(error instanceof StoreBroken)) throw error;
      if (wait === null) return rebuild(name, error);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  throw new StoreBroken("not reached");
}

/** Deletes the database with all that is in it: the last resort, and only the person may ask for it. */
export async function startAfresh(name = "jointly"): Promise<void> {
  await remove(name);
}

/**
 * Deletes the database and makes it anew with every row that can still be read; what was never received goes up again.
 * Raises `error`, with nothing deleted, when it cannot even be looked into.
 */
export async function rebuild(name: string, error: StoreBroken): Promise<{ store: Store; trouble: Trouble }> {
  const { rows, named, lost } = await salvage(name, error);
  await remove(name);
  const store = await Store.open(name);
  await store.run(ALL, "readwrite", async (tx) => {
    await Promise.all(rows.map((row) => tx.objectStore("rows").put(row)));
    for (const { subject, id, number, refused } of rows) {
      if (number === null && !refused) await tx.objectStore("outbox").add({ subject, id });
    }
    for (const [key, value] of named) await tx.objectStore("meta").put(value, key);
  });
  return { store, trouble: { kept: rows.length, lost, error } };
}

interface Salvage {
  rows: StoredRow[];
  named: [string, unknown][];
  lost: boolean;
}

/** Reads row by row, going past those that cannot be read. No cursors are kept, so the server sends all it has again. */
async function salvage(name: string, error: StoreBroken): Promise<Salvage> {
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

function remove(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new StoreBroken("the phone's database cannot be made anew", { cause: request.error }));
  });
}
