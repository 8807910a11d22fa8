/**
 * The data key of this phone: everything personal rests sealed under it. Without a lock it rests beside it as a key that
 * scripts can use and cannot read; with one only wrapped (lock.ts), and is in memory from unlocking until locking.
 */
import type { Store, Transaction } from "./db.ts";
import type { Lock } from "./lock.ts";

/** The phone is locked: nothing on it can be read or written until it is unlocked. */
export class Locked extends Error {
  override name = "Locked";
}

export interface DataKey {
  /** another one with every change of the lock, so that nobody goes on under a key that is gone */
  id: string;
  key: CryptoKey;
}

/** How the key rests: itself while there is no lock, else what opens it. */
export interface Resting {
  id: string;
  key?: CryptoKey;
  lock?: Lock;
}

export const KEYS = "keys";

export class Keys {
  #store: Store;
  #held: Promise<DataKey> | undefined;
  #resting: Resting | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The key, made at the first need of one. Raises Locked. */
  get(): Promise<DataKey> {
    const getting = (this.#held ??= this.#find());
    getting.catch(() => { if (this.#held === getting) this.#held = undefined; });
    return getting;
  }

  resting(): Promise<Resting | undefined> {
    return this.#store.read<Resting>(KEYS);
  }

  /** From now on this is the key; `resting` is how it rests. */
  hold(key: DataKey, resting: Resting): void {
    this.#resting = resting;
    this.#held = Promise.resolve(key);
  }

  /** Whether the key in memory is the one of this id. */
  async holds(id: string | undefined): Promise<boolean> {
    return id !== undefined && (await this.#held?.catch(() => undefined))?.id === id;
  }

  /** Forgets the key: it is read again, or asked for, when it is needed next. */
  drop(): void {
    this.#held = this.#resting = undefined;
  }

  /**
   * Puts back how the key rests when the browser has cleared it away under an open page: what is written now could not
   * be read otherwise. False when another key has come in its place.
   */
  async mend(key: DataKey, there: Resting | undefined): Promise<boolean> {
    if (there || this.#resting?.id !== key.id) return there?.id === key.id;
    await this.#store.write(KEYS, this.#resting);
    return true;
  }

  async #find(): Promise<DataKey> {
    const resting = (await this.resting()) ?? (await this.#begin());
    if (!resting.key) throw new Locked("this phone is locked");
    this.#resting = resting;
    return { id: resting.id, key: resting.key };
  }

  /** The first key of a phone. What an app from before there were keys has left lying open is sealed with it. */
  async #begin(): Promise<Resting> {
    const fresh = { id: crypto.randomUUID(), key: await newKey() };
    const open = await this.#store.run(["rows", "meta"], "readonly", async (tx) =>
      (await tx.objectStore("rows").count()) > 0 || (await tx.objectStore("meta").get("me")) !== undefined);
    if (open) await (await import("./rekey.ts")).rekey(this.#store, null, fresh.key, fresh);
    else await this.#store.run(["meta"], "readwrite", async (tx) => {
      if (!(await restingIn(tx))) await tx.objectStore("meta").put(fresh, KEYS);
    });
    return (await this.resting()) ?? fresh;
  }
}

/** How the key rests, as seen inside a transaction. */
export const restingIn = (tx: Transaction<"readonly" | "readwrite">): Promise<Resting | undefined> =>
  tx.objectStore("meta").get(KEYS) as Promise<Resting | undefined>;

/** Raises Locked, and so ends the transaction, when another key has come in the place of this one. */
export async function sameKey(tx: Transaction<"readonly" | "readwrite">, key: DataKey): Promise<void> {
  const there = await restingIn(tx);
  if (there && there.id !== key.id) throw new Locked("the lock has been changed meanwhile");
}

export const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

/** Whether a lock guards this phone. */
export const hasLock = async (store: Store): Promise<boolean> => Boolean((await store.keys.resting())?.lock);

