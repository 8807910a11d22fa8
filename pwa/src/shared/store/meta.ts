/** The named values in the store: who is signed in here, and how far each subject has been pulled. */
import type { Schemas } from "../api/schema.d.ts";
import type { Store } from "./db.ts";
import { aboutNamed, type Bytes, sealValue, unsealValue } from "./sealing.ts";

export type Me = Schemas["Me"];

/** How far a subject's feed has been pulled. */
export interface Cursor {
  grant: number;
  number: number;
}

export const EPOCH = "epoch";
/** Set when the server asked for everything again: it may have been restored, and have lost the person's name too. */
export const RESTORED = "restored";
/** A phone that has heard nothing yet. */
export const START: Cursor = { grant: 0, number: 0 };
const CURSOR = "cursor ";
export const cursorKey = (subject: string) => CURSOR + subject;
/** Whoever has a cursor here is asked after at each sync: the phone's own person, and those who share with them. */
export const cursorKeys = () => IDBKeyRange.bound(CURSOR, `${CURSOR}\uffff`);
export const subjectOf = (key: string) => key.slice(CURSOR.length);

/** What the phone's own person is called; the rest of `me` is nobody's words, and is needed while the phone is locked. */
export const CALLED = "called";

/** Who is signed in here. While the phone is locked it is not known what they are called. */
export async function readMe(store: Store): Promise<Me | undefined> {
  const me = await store.read<Me>("me");
  return me && { ...me, called: await readSealed<string | null>(store, CALLED).catch(() => null) ?? null };
}

/** Remembers who is signed in; syncing starts from here. */
export async function writeMe(store: Store, me: Me): Promise<void> {
  const called = await sealed(store, CALLED, me.called);
  await store.run(["meta"], "readwrite", (tx) => Promise.all([
    tx.objectStore("meta").put({ ...me, called: null }, "me"), tx.objectStore("meta").put(called, CALLED),
  ]));
  store.changes.tell({ what: "meta", key: "me" });
}

/** A named value that holds people's words: sealed, as the rows are. Raises Locked. */
export async function readSealed<T>(store: Store, name: string): Promise<T | undefined> {
  const found = await store.read<Bytes>(name);
  return found && unsealValue<T>((await store.keys.get()).key, aboutNamed(name), found);
}

/** The value as it has to be stored under that name. Raises Locked. */
export const sealed = async (store: Store, name: string, value: unknown): Promise<Bytes> =>
  sealValue((await store.keys.get()).key, aboutNamed(name), value);
