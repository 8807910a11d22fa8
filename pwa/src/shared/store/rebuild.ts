/** A database that cannot be read is made anew. What can still be read is kept; the server sends the rest again. */
import { openDB } from "idb";
import type { Database, Schema, StoredRow } from "./db.ts";
import { ALL, Store } from "./db.ts";
import { EPOCH } from "./meta.ts";
import { StoreBroken } from "./trouble.ts";

export interface Trouble {
  /** rows that could be read and were kept */
  kept: number;
  /** something could not be read: entries that were never received may be lost */
  lost: boolean;
  error: StoreBroken;
}

const WAITS_MS = [100, 500, 1_500];

/** Opens the store; trouble that a few tries do not cure is cured by a rebuild, and told. */
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

/** Deletes the database and makes it anew with every row that can still be read; what was never received goes up again. */
export async function rebuild(name: string, error: StoreBroken): Promise<{ store: Store; trouble: Trouble }> {
  const { rows, named, lost } = await salvage(name);
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
async function salvage(name: string): Promise<Salvage> {
  const found: Salvage = { rows: [], named: [], lost: false };
  let database: Database | undefined;
  try {
    database = await openDB<Schema>(name);
    for (const key of await database.getAllKeys("rows")) {
      const row = await database.get("rows", key).catch(() => undefined);
      if (row?.blob instanceof Uint8Array) found.rows.push(row);
      else found.lost = true;
    }
    for (const key of ["me", EPOCH]) {
      const value = await database.get("meta", key).catch(() => undefined);
      if (value !== undefined) found.named.push([key, value]);
    }
  } catch {
    found.lost = true;
  } finally {
    database?.close(); // an open connection would hold up the deletion for ever
  }
  return found;
}

function remove(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new StoreBroken("the phone's database cannot be made anew", { cause: request.error }));
  });
}
