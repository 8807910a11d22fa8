/** The named values in the store: who is signed in here, and how far each subject has been pulled. */
import type { Schemas } from "../api/schema.d.ts";
import type { Store } from "./db.ts";

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

export const readMe = (store: Store) => store.read<Me>("me");

/** Remembers who is signed in; syncing starts from here. */
export async function writeMe(store: Store, me: Me): Promise<void> {
  await store.write("me", me);
  store.changes.tell({ what: "meta", key: "me" });
}
