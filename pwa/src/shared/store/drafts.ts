/**
 * Half-finished things: a form's text, or where the exercise player stands. Saved at each step, so that a call, a lock,
 * a reload or a new version of the app loses none of it.
 *
 * A page that ends takes what its database has not finished with it. So each change lies in localStorage, which is done
 * at once, until it is in the database; what is found there is newer than what the database holds.
 */
import type { Store } from "./db.ts";

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

export function saveDraft<T>(store: Store, name: string, version: number, value: T, now = new Date()): Promise<void> {
  return keep<T>(store, PREFIX + name, { version, saved_at: now.toISOString(), value });
}

/** The draft of that name, unless an app with another shape of it (`version`) wrote it. */
export async function readDraft<T>(store: Store, name: string, version: number): Promise<T | null> {
  const unfinished = atHand((place) => place.getItem(PREFIX + name));
  const draft = unfinished ? (JSON.parse(unfinished) as Draft<T> | null) : await store.read<Draft<T>>(PREFIX + name);
  return draft?.version === version ? draft.value : null;
}

export function clearDraft(store: Store, name: string): Promise<void> {
  return keep(store, PREFIX + name, null);
}

/** For when the database was cleared: nothing of a person stays beside it. */
export function forgetUnfinished(): void {
  atHand((place) => {
    for (const key of Object.keys(place)) if (key.startsWith(PREFIX)) place.removeItem(key);
  });
}

async function keep<T>(store: Store, key: string, draft: Draft<T> | null): Promise<void> {
  const text = JSON.stringify(draft);
  atHand((place) => place.setItem(key, text));
  await (draft ? store.write(key, draft, "relaxed") : store.forget(key));
  atHand((place) => { if (place.getItem(key) === text) place.removeItem(key); });
}

/** Without localStorage, or room in it, there is the database alone. */
function atHand<T>(use: (place: AtHand) => T): T | undefined {
  try {
    return use((globalThis as { localStorage?: AtHand }).localStorage!);
  } catch {
    return undefined;
  }
}
