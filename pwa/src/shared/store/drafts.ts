/**
 * Half-finished things: a form's text, or where the exercise player stands. Saved at each step, so that a call, a lock,
 * a reload or a new version of the app loses none of it.
 *
 * A page that ends takes what its database has not finished with it. So each change lies, sealed, in localStorage, which
 * is done at once, until it is in the database; what is found there is newer than what the database holds.
 */
import type { Store } from "./db.ts";
import { aboutNamed, type Bytes, sealValue, unsealValue } from "./sealing.ts";

interface Draft<T> {
  version: number;
  saved_at: string;
  value: T;
}

/** What is used here of localStorage, which workers do not have. */
interface AtHand {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

const PREFIX = "draft ";
/** In localStorage: cleared, but the database may not know yet. */
const CLEARED = "-";
/** The newest change of each draft while it is being sealed, by store and name. */
const sealing = new Map<string, Promise<Bytes | null>>();

export function saveDraft<T>(store: Store, name: string, version: number, value: T, now = new Date()): Promise<void> {
  return keep<T>(store, PREFIX + name, { version, saved_at: now.toISOString(), value });
}

/** The draft of that name, unless an app with another shape of it (`version`) wrote it. Raises Locked. */
export async function readDraft<T>(store: Store, name: string, version: number): Promise<T | null> {
  const key = PREFIX + name;
  await sealing.get(place(store, key))?.catch(() => undefined);
  const unfinished = atHand((beside) => beside.getItem(key));
  const sealed = unfinished ? bytesIn(unfinished) : await store.read<Bytes>(key);
  if (!sealed) return null;
  const draft = await unsealValue<Draft<T>>((await store.keys.get()).key, aboutNamed(key), sealed);
  return draft.version === version ? draft.value : null;
}

export function clearDraft(store: Store, name: string): Promise<void> {
  return keep(store, PREFIX + name, null);
}

/** For when the database was cleared: nothing of a person stays beside it. */
export function forgetUnfinished(): void {
  sealing.clear();
  atHand((beside) => {
    for (const key of unfinishedIn(beside)) beside.removeItem(key);
  });
}

/** Gives everything that lies beside the database to `change`, and keeps what that gives, or nothing. */
export async function changeUnfinished(change: (key: string, sealed: Bytes) => Promise<Bytes | null>): Promise<void> {
  for (const key of atHand(unfinishedIn) ?? []) {
    const sealed = atHand((beside) => bytesIn(beside.getItem(key)!));
    const next = sealed && (await change(key, sealed));
    atHand((beside) => (next ? beside.setItem(key, textOf(next)) : beside.removeItem(key)));
  }
}

async function keep<T>(store: Store, key: string, draft: Draft<T> | null): Promise<void> {
  const here = place(store, key);
  const work = draft ? store.keys.get().then(({ key: data }) => sealValue(data, aboutNamed(key), draft)) : Promise.resolve(null);
  sealing.set(here, work);
  const sealed = await work.catch((error: unknown) => {
    if (sealing.get(here) === work) sealing.delete(here);
    throw error;
  });
  if (sealing.get(here) !== work) return; // a later change has taken its place
  const text = sealed ? textOf(sealed) : CLEARED;
  atHand((beside) => beside.setItem(key, text));
  sealing.delete(here);
  await (sealed ? store.write(key, sealed, "relaxed") : store.forget(key));
  atHand((beside) => { if (beside.getItem(key) === text) beside.removeItem(key); });
}

const place = (store: Store, key: string): string => `${store.name} ${key}`;

const unfinishedIn = (beside: AtHand): string[] => Object.keys(beside).filter((key) => key.startsWith(PREFIX));

const textOf = (bytes: Bytes): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** null: cleared. */
function bytesIn(text: string): Bytes | null {
  return text === CLEARED ? null : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

/** Without localStorage, or room in it, there is the database alone. */
function atHand<T>(use: (beside: AtHand) => T): T | undefined {
  try {
    return use((globalThis as { localStorage?: AtHand }).localStorage!);
  } catch {
    return undefined;
  }
}
