/**
 * What a worker's device keeps of the work, so that it can be read where there is no signal: answers of the service, sealed,
 * for one working day. Copies are given only while somebody is at work on this device; what is shared no more is dropped at
 * the next contact. Why so: backend/decisions/0024.
 */
import type { Store } from "../store/db.ts";
import { readSealed, sealed } from "../store/meta.ts";

const COPY = "desk-copy ";
const USED = "desk-used";
/** As long as a sign-in of staff lasts at most, and as long as they may be idle. */
export const KEPT_MS = 12 * 60 * 60_000;
export const IDLE_MS = 30 * 60_000;
/** Records of people that are held at once: a caseload. */
export const MOST = 300;

export interface Copy<T> {
  at: string;
  answer: T;
}

/** Keeps an answer; the oldest goes where there are too many. Raises Locked and StorageFull. */
export async function keepCopy(store: Store, path: string, answer: unknown, now = new Date()): Promise<void> {
  const copy: Copy<unknown> = { at: now.toISOString(), answer };
  await store.write(COPY + path, await sealed(store, COPY + path, copy), "relaxed");
  await used(store, now);
}

/** The answer as it was kept; null when there is none, when it is too old, and when nobody was at work here for half an hour. */
export async function readCopy<T>(store: Store, path: string, now = new Date()): Promise<Copy<T> | null> {
  const last = await store.read<string>(USED);
  if (!last || now.getTime() - Date.parse(last) > IDLE_MS) return null;
  const copy = await readSealed<Copy<T>>(store, COPY + path);
  if (!copy) return null;
  if (now.getTime() - Date.parse(copy.at) > KEPT_MS) {
    await dropCopy(store, path);
    return null;
  }
  await used(store, now);
  return copy;
}

export const dropCopy = (store: Store, path: string): Promise<void> => store.forget(COPY + path);

/** Drops every copy about a person who is not among these, and those of whom there are too many. */
export async function keepOnly(store: Store, people: ReadonlySet<string>): Promise<void> {
  const paths = await pathsOf(store);
  const about = paths.filter((path) => path.startsWith("/api/people/"));
  const gone = about.filter((path) => !people.has(path.split("/")[3] ?? ""));
  await Promise.all([...gone, ...about.filter((path) => !gone.includes(path)).slice(MOST)].map((path) => dropCopy(store, path)));
}

/** Drops what is older than a working day, whether anybody asks for it or not. */
export async function dropOld(store: Store, now = new Date()): Promise<void> {
  for (const path of await pathsOf(store)) {
    const copy = await readSealed<Copy<unknown>>(store, COPY + path).catch(() => undefined);
    if (!copy || now.getTime() - Date.parse(copy.at) > KEPT_MS) await dropCopy(store, path);
  }
}

const used = (store: Store, now: Date): Promise<void> => store.write(USED, now.toISOString(), "relaxed");

const pathsOf = (store: Store): Promise<string[]> =>
  store.run(["meta"], "readonly", async (tx) => {
    const keys = await tx.objectStore("meta").getAllKeys(IDBKeyRange.bound(COPY, `${COPY}\uffff`));
    return keys.map((key) => String(key).slice(COPY.length));
  });
