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
export const cursorKey = (subject: string) => `cursor ${subject}`;

export const readMe = (store: Store) => store.read<Me>("me");

/** Remembers who is signed in; syncing starts from here. */
export async function writeMe(store: Store, me: Me): Promise<void> {
  await store.write("me", me);
  store.changes.tell({ what: "meta", key: "me" });
}
