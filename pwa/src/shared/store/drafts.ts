/**
 * Half-finished things: a form's text, or where the exercise player stands. Saved at each step, so that a call, a lock,
 * a reload or a new version of the app loses none of it.
 */
import type { Store } from "./db.ts";

interface Draft<T> {
  version: number;
  saved_at: string;
  value: T;
}

const keyOf = (name: string) => `draft ${name}`;

export function saveDraft<T>(store: Store, name: string, version: number, value: T, now = new Date()): Promise<void> {
  return store.write(keyOf(name), { version, saved_at: now.toISOString(), value } satisfies Draft<T>);
}

/** The draft of that name, unless an app with another shape of it (`version`) wrote it. */
export async function readDraft<T>(store: Store, name: string, version: number): Promise<T | null> {
  const draft = await store.read<Draft<T>>(keyOf(name));
  return draft?.version === version ? draft.value : null;
}

export function clearDraft(store: Store, name: string): Promise<void> {
  return store.forget(keyOf(name));
}
