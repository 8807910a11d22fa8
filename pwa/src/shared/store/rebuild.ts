/** A database that cannot be read is made anew. What can still be read is kept; the server sends the rest again. */
import { openDB } from "idb";
import type { Schema, StoredRow, Unsent } from "./db.ts";
import { Store } from "./db.ts";
import type { Me } from "./meta.ts";
import { EPOCH } from "./meta.ts";
import { StoreBroken } from "./trouble.ts";

export interface Trouble {
  /** rows that could be read and were kept */
  kept: number;
  /** true when not even counting what was there was possible, so unsent entries may be lost */
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

/** Deletes the database and makes it anew with every row, outbox entry and name that can still be read. */
export async function rebuild(name: string, error: StoreBroken): Promise<{ store: Store; trouble: Trouble }> {
  const { rows, outbox, me, epoch, lost } = await salvage(name);
  await remove(name);
  const store = await Store.open(name);
  await store.run(["rows", "outbox", "meta"], "readwrite", async (tx) => {
    await Promise.all([
      ...rows.map((row) => tx.objectStore("rows").put(row)),
      ...outbox.map((unsent) => tx.objectStore("outbox").add(unsent)),
      ...(me ? [tx.objectStore("meta").put(me, "me")] : []),
      ...(epoch ? [tx.objectStore("meta").put(epoch, EPOCH)] : []),
    ]);
  });
  return { store, trouble: { kept: rows.length, lost, error } };
}

interface Salvage {
  rows: StoredRow[];
  outbox: Unsent[];
  me: Me | undefined;
  epoch: string | undefined;
  lost: boolean;
}

/** Reads record by record, going past those that cannot be read. No cursors are kept: the server sends all again. */
async function salvage(name: string): Promise<Salvage> {
  const found: Salvage = { rows: [], outbox: [], me: undefined, epoch: undefined, lost: false };
  try {
    const database = await openDB<Schema>(name);
    const readable = async <T>(store: "rows" | "outbox" | "meta"): Promise<T[]> => {
      const keys = await database.getAllKeys(store).catch(() => ((found.lost = true), []));
      const values = await Promise.allSettled(keys.map((key) => database.get(store, key as never)));
      if (values.some((value) => value.status === "rejected")) found.lost = true;
      return values.flatMap((value) => (value.status === "fulfilled" && value.value ? [value.value as T] : []));
    };
    found.rows = (await readable<StoredRow>("rows")).filter((row) => row.blob instanceof Uint8Array);
    const unsent = found.rows.filter((row) => row.number === null && !row.refused);
    found.outbox = unsent.map(({ subject, id }) => ({ subject, id }));
    found.me = (await database.get("meta", "me").catch(() => undefined)) as Me | undefined;
    found.epoch = (await database.get("meta", EPOCH).catch(() => undefined)) as string | undefined;
    database.close();
  } catch {
    found.lost = true;
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
