/**
 * The lock: what wraps the data key. A passkey's secret, or words stretched with PBKDF2, open it; nothing that rests on
 * the phone does. Every change of the lock seals everything under a new data key.
 */
import type { Store } from "./db.ts";
import { newInbox, openInbox } from "./inbox.ts";
import { type DataKey, KEYS, Locked, newKey, type Resting } from "./keys.ts";
import { rekey } from "./rekey.ts";
import { type Bytes, seal, unseal } from "./sealing.ts";
import { forgetTries, tryOnce } from "./tries.ts";

/** Minutes out of sight after which the phone locks. */
export type After = 1 | 5 | 15;
export type Kind = "pin" | "passphrase" | "passkey";

export interface Lock {
  kind: Kind;
  salt: Bytes;
  /** how often words are stretched; 0 for a passkey, whose secret cannot be guessed */
  rounds: number;
  /** which passkey */
  credential?: Bytes;
  /** the data key, sealed under what the person knows or has */
  wrapped: Bytes;
  /** for what is written while locked: anybody may put something in, the data key takes it out */
  inbox: { into: Bytes; out: Bytes };
  after: After;
}

/** What opens a lock: words, or 32 bytes that a passkey works out from the lock's salt. */
export type Secret = { kind: "pin" | "passphrase"; words: string } | { kind: "passkey"; credential: Bytes; salt: Bytes; bytes: Bytes };

/** "wait": too many wrong tries; `wait_ms` until the next. */
export interface Opened {
  as: "open" | "wrong" | "wait";
  wait_ms: number;
}

export const LEAST_ROUNDS = 600_000;
const MOST_ROUNDS = 20_000_000;
/** How long a try takes on the phone that set the lock. */
const STRETCH_MS = 700;
const encoder = new TextEncoder();

/** Sets, changes or (null) takes away the lock of an unlocked phone, in which a try takes about `stretch_ms`. Raises Locked or StorageFull with nothing changed. */
export async function setLock(store: Store, secret: Secret | null, after: After = 5, stretch_ms = STRETCH_MS): Promise<void> {
  const old = await store.keys.get();
  const before = (await store.keys.resting())!;
  await openInbox(store, old, before);
  const [to, resting] = secret ? await locked(secret, after, stretch_ms) : await open();
  await rekey(store, before, to.key, resting, old.key);
  store.keys.hold(to, resting);
  await forgetTries(store);
}

/** Unlocks with words, if they are the right ones and it is time for a try. */
export async function unlock(store: Store, secret: Secret, now: Date): Promise<Opened> {
  const resting = await store.keys.resting();
  const lock = resting?.lock;
  if (!lock) throw new Locked("there is no lock to open");
  const counted = secret.kind !== "passkey";
  const wait_ms = counted ? await tryOnce(store, now) : 0;
  if (wait_ms > 0) return { as: "wait", wait_ms };
  const raw = await unseal(await wrapping(secret, lock), about(resting.id), lock.wrapped).catch(() => null);
  if (!raw) return { as: "wrong", wait_ms: 0 };
  const key = { id: resting.id, key: await imported(raw) };
  store.keys.hold(key, resting);
  if (counted) await forgetTries(store);
  await openInbox(store, key, resting);
  return { as: "open", wait_ms: 0 };
}

/** Takes a key that another tab of this phone, unlocked, has handed over; false when it is not the key here. */
export async function take(store: Store, key: DataKey): Promise<boolean> {
  const resting = await store.keys.resting();
  if (resting?.id !== key.id) return false;
  store.keys.hold(key, resting);
  await openInbox(store, key, resting);
  return true;
}

/** After how many minutes out of sight it locks, from now on. */
export async function setAfter(store: Store, after: After): Promise<void> {
  const resting = await store.run(["meta"], "readwrite", async (tx) => {
    const there = (await tx.objectStore("meta").get(KEYS)) as Resting;
    const changed = { ...there, lock: { ...there.lock!, after } };
    await tx.objectStore("meta").put(changed, KEYS);
    return changed;
  });
  store.keys.hold(await store.keys.get(), resting);
}

/** The same words however the keyboard makes their letters. */
export const plainWords = (words: string): string => words.normalize("NFKC").trim();

/** How many rounds take this phone `ms`. */
export async function roundsFor(ms: number): Promise<number> {
  const began = performance.now();
  await stretched("how fast is this phone", new Uint8Array(16), LEAST_ROUNDS / 4);
  const took = Math.max(1, performance.now() - began);
  return Math.min(MOST_ROUNDS, Math.max(LEAST_ROUNDS, Math.round(((LEAST_ROUNDS / 4) * ms) / took)));
}

async function locked(secret: Secret, after: After, stretch_ms: number): Promise<[DataKey, Resting]> {
  const id = crypto.randomUUID();
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = { id, key: await imported(raw.slice()) };
  const salt = secret.kind === "passkey" ? secret.salt : crypto.getRandomValues(new Uint8Array(16));
  const rounds = secret.kind === "passkey" ? 0 : await roundsFor(stretch_ms);
  const lock = { kind: secret.kind, salt, rounds, after, ...(secret.kind === "passkey" && { credential: secret.credential }) };
  const wrapped = await seal(await wrapping(secret, lock), about(id), raw);
  raw.fill(0);
  return [key, { id, lock: { ...lock, wrapped, inbox: await newInbox(key) } }];
}

async function open(): Promise<[DataKey, Resting]> {
  const key = { id: crypto.randomUUID(), key: await newKey() };
  return [key, key];
}

const about = (id: string): string => `data key ${id}`;

/** The key that wraps: HKDF of what a passkey gives, PBKDF2 of words, both with SHA-256. */
async function wrapping(secret: Secret, { salt, rounds }: Pick<Lock, "salt" | "rounds">): Promise<CryptoKey> {
  if (secret.kind !== "passkey") return stretched(plainWords(secret.words), salt, rounds);
  const base = await crypto.subtle.importKey("raw", secret.bytes, "HKDF", false, ["deriveKey"]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: encoder.encode("jointly device lock") };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

async function stretched(words: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", encoder.encode(words), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** A key that scripts can use and not read; the bytes it was made of are gone. */
async function imported(raw: Bytes): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  raw.fill(0);
  return key;
}
