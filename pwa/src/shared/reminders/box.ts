/**
 * What the worker needs while the diary is locked, in a database of its own and in clear: keys of what is done, which
 * mean nothing to others, answers that wait to be passed on, and what was tapped last. It is opened for each use: iOS
 * ends connections, and the worker, behind their backs.
 */
import type { DBSchema, IDBPDatabase } from "idb";
import { openDB } from "idb";
import type { Kept, Says } from "./message.ts";

/** What somebody answered to a notification. The token says which, and is good for nothing else. */
export interface Said {
  token: string;
  said: "shown" | Says;
  /** RFC 3339, UTC */
  at: string;
}

/** The notification that was tapped; one that an earlier version showed has no answers. */
export interface Tapped extends Omit<Kept, "says"> {
  says?: Says[];
  /** milliseconds since 1970 */
  at: number;
}

interface Done {
  /** when "Done" was pressed on the notification, ms since 1970; null: the diary says so */
  pressed_at: number | null;
}

interface Schema extends DBSchema {
  done: { key: string; value: Done };
  said: { key: number; value: Said };
  tapped: { key: "last"; value: Tapped };
}

const NAME = "jointly-reminders";
/** So many days' worth: older presses concern nothing that is still told of. */
const PRESSED_KEPT_MS = 3 * 86_400_000;
export const MOST_KEYS = 400;
/** Answers beyond these, or older than the service takes, are given up. */
const MOST_SAID = 100;
const SAID_KEPT_MS = 7 * 86_400_000;

/** Whether every one of these is known to be done; none at all is not. */
export function allDone(keys: readonly string[]): Promise<boolean> {
  if (!keys.length) return Promise.resolve(false);
  return inBox(async (box) => {
    const found = await Promise.all(keys.map((key) => box.getKey("done", key)));
    return found.every((key) => key !== undefined);
  });
}

/** Replaces what the diary said is done. What was pressed stays for some days: the diary may never hear of it here. */
export function keepDone(keys: readonly string[], now = Date.now()): Promise<void> {
  return inBox(async (box) => {
    const tx = box.transaction("done", "readwrite");
    const kept = new Map<string, Done>();
    for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
      const { pressed_at } = cursor.value;
      if (pressed_at !== null && pressed_at > now - PRESSED_KEPT_MS) kept.set(cursor.key, cursor.value);
    }
    for (const key of keys) if (!kept.has(key)) kept.set(key, { pressed_at: null });
    await tx.store.clear();
    await Promise.all([...kept].slice(0, MOST_KEYS).map(([key, done]) => tx.store.put(done, key)));
    await tx.done;
  });
}

/** "Done" was pressed for these: another telling of them has nothing to ask. */
export function pressDone(keys: readonly string[], now = Date.now()): Promise<void> {
  return inBox(async (box) => {
    const tx = box.transaction("done", "readwrite");
    await Promise.all([...keys.map((key) => tx.store.put({ pressed_at: now }, key)), tx.done]);
  });
}

/** Keeps an answer until the service has it. */
export function keepSaid(said: Said): Promise<void> {
  return inBox(async (box) => {
    const tx = box.transaction("said", "readwrite");
    const waiting = await tx.store.getAllKeys();
    await Promise.all([...waiting.slice(0, Math.max(0, waiting.length - MOST_SAID + 1)).map((key) => tx.store.delete(key)), tx.store.add(said)]);
    await tx.done;
  });
}

/** The answers that wait, oldest first, each with its place. Those that came too late for anybody are dropped. */
export function saidHere(now = Date.now()): Promise<[place: number, said: Said][]> {
  return inBox(async (box) => {
    const tx = box.transaction("said", "readwrite");
    const [places, all] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    const waiting = all.map((said, index): [number, Said] => [places[index]!, said]);
    const late = waiting.filter(([, { at }]) => !(Date.parse(at) > now - SAID_KEPT_MS));
    await Promise.all([...late.map(([place]) => tx.store.delete(place)), tx.done]);
    return waiting.filter((one) => !late.includes(one));
  });
}

export const dropSaid = (place: number): Promise<void> => inBox((box) => box.delete("said", place));

/** Remembers what was tapped and where it leads: iOS opens the app at its beginning, whatever it is told. */
export const keepTapped = (kept: Kept, now = Date.now()): Promise<void> => inBox(async (box) => void (await box.put("tapped", { ...kept, at: now }, "last")));

/** What was tapped last, once. */
export function takeTapped(): Promise<Tapped | null> {
  return inBox(async (box) => {
    const tx = box.transaction("tapped", "readwrite");
    const found = await tx.store.get("last");
    await Promise.all([tx.store.clear(), tx.done]);
    return found ?? null;
  });
}

/** How many keys of done slots are here. */
export const countDone = (): Promise<number> => inBox((box) => box.count("done"));

/** Nothing of whoever was here stays. */
export function emptyBox(): Promise<void> {
  return inBox(async (box) => {
    const tx = box.transaction(["done", "said", "tapped"], "readwrite");
    await Promise.all([tx.objectStore("done").clear(), tx.objectStore("said").clear(), tx.objectStore("tapped").clear(), tx.done]);
  });
}

async function inBox<T>(work: (box: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const box = await openDB<Schema>(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore("done");
      fresh.createObjectStore("said", { autoIncrement: true });
      fresh.createObjectStore("tapped");
    },
  });
  try {
    return await work(box);
  } finally {
    box.close();
  }
}
