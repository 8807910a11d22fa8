/**
 * The phone's database: one IndexedDB with the rows a person wrote or received, the outbox of what still has to go up,
 * and a few named values (`meta`). Rows are an id, a receipt and an opaque blob; there is no index on content.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import { openDB } from "idb";
import type { Refusal } from "../record/versions.ts";
import { Changes } from "./changes.ts";
import { Keys } from "./keys.ts";
import type { Bytes } from "./sealing.ts";
import { full, isFull, isLost, named, StoreBroken } from "./trouble.ts";

export interface StoredRow {
  subject: string;
  id: string;
  /** the server's number; null until it has said that it holds the version */
  number: number | null;
  received_at: string | null;
  refused: Refusal | null;
  /** the version, sealed: store/codec.ts */
  blob: Bytes;
}

export interface Unsent {
  subject: string;
  id: string;
}

export interface Schema extends DBSchema {
  rows: { key: [string, string]; value: StoredRow };
  outbox: { key: number; value: Unsent };
  meta: { key: string; value: unknown };
}

export type Names = StoreNames<Schema>[];
export type Transaction<M extends IDBTransactionMode> = IDBPTransaction<Schema, Names, M>;
export type Database = IDBPDatabase<Schema>;

export const ALL: Names = ["rows", "outbox", "meta"];
const VERSION = 1;

export class Store {
  readonly name: string;
  readonly changes: Changes;
  readonly keys = new Keys(this);
  #database: Promise<Database> | undefined;
  /** The disk had no room last time: what cannot be opened after that is not broken, it has no room. */
  #full = false;

  private constructor(name: string) {
    this.name = name;
    this.changes = new Changes(name);
    this.changes.listen(({ what }) => { if (what === "wiped") this.keys.drop(); });
  }

  /** Opens the database. Raises StoreBroken when it cannot be opened or is not what it should be. */
  static async open(name = "jointly"): Promise<Store> {
    const store = new Store(name);
    try {
      await store.#withRetry(async () => void (await store.#open()));
    } catch (error) {
      store.close();
      throw error;
    }
    return store;
  }

  /**
   * Runs `work` in one transaction and returns when it is on the disk. A lost connection is opened again once. Raises
   * StorageFull, StoreBroken or StoreNewer. `work` may run twice, so it must say the same thing both times.
   */
  run<T, M extends IDBTransactionMode>(
    names: Names, mode: M, work: (tx: Transaction<M>) => Promise<T>, durability: IDBTransactionDurability = "strict",
  ): Promise<T> {
    return this.#withRetry(async () => {
      const tx = (await this.#open()).transaction(names, mode, { durability }) as Transaction<M>;
      try {
        const [result] = await Promise.all([work(tx), tx.done]);
        return result;
      } catch (error) {
        await abandon(tx);
        throw tx.error ?? error; // a request in a transaction that failed as a whole knows only that it was aborted
      }
    });
  }

  read<T>(key: string): Promise<T | undefined> {
    return this.run(["meta"], "readonly", (tx) => tx.objectStore("meta").get(key) as Promise<T | undefined>);
  }

  async write(key: string, value: unknown, durability?: IDBTransactionDurability): Promise<void> {
    await this.run(["meta"], "readwrite", (tx) => tx.objectStore("meta").put(value, key), durability);
  }

  async forget(key: string): Promise<void> {
    await this.run(["meta"], "readwrite", (tx) => tx.objectStore("meta").delete(key));
  }

  /** Deletes everything a person has on this phone. */
  async wipe(): Promise<void> {
    await this.run(ALL, "readwrite", (tx) => Promise.all(ALL.map((name) => tx.objectStore(name).clear())));
    this.changes.tell({ what: "wiped" });
  }

  /** The same, unless somebody else has joined here since; gives whether it was done. */
  async wipeOf(person: string): Promise<boolean> {
    const theirs = await this.run(ALL, "readwrite", async (tx) => {
      const me = (await tx.objectStore("meta").get("me")) as { person: string } | undefined;
      if (me?.person !== person) return false;
      await Promise.all(ALL.map((name) => tx.objectStore(name).clear()));
      return true;
    });
    if (theirs) this.changes.tell({ what: "wiped" });
    return theirs;
  }

  close(): void {
    this.changes.close();
    this.#drop();
  }

  async #withRetry<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work().catch((error: unknown) => this.#again(error, work));
      this.#full = false;
      return result;
    } catch (error) {
      this.#full ||= isFull(error);
      throw this.#full ? full(error) : named(error);
    }
  }

  #again<T>(error: unknown, work: () => Promise<T>): Promise<T> {
    if (isFull(error) || !isLost(error)) throw error;
    this.#drop();
    return work();
  }

  #open(): Promise<Database> {
    const opening = (this.#database ??= openDatabase(this.name, () => this.#drop()));
    opening.catch(() => { if (this.#database === opening) this.#database = undefined; });
    return opening;
  }

  #drop(): void {
    this.#database?.then((database) => database.close(), () => undefined);
    this.#database = undefined;
  }
}

async function openDatabase(name: string, dropped: () => void): Promise<Database> {
  const database = await openDB<Schema>(name, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore("rows", { keyPath: ["subject", "id"] });
      fresh.createObjectStore("outbox", { autoIncrement: true });
      fresh.createObjectStore("meta");
    },
    blocking: dropped,
    terminated: dropped,
  });
  if (ALL.some((store) => !database.objectStoreNames.contains(store))) {
    database.close();
    throw new StoreBroken("the phone's database lacks a part");
  }
  return database;
}

/** Ends a transaction whose work failed, so that none of it is kept; the first error is the one that counts. */
async function abandon(tx: Transaction<IDBTransactionMode>): Promise<void> {
  try {
    tx.abort();
  } catch {
    // already over
  }
  await tx.done.catch(() => undefined);
}
