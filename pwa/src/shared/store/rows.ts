/** Reading and writing the rows of one subject, and the outbox beside them. */
import type { StoredRow, Store, Transaction } from "./db.ts";
import type { DataKey } from "./keys.ts";
import { Locked, restingIn } from "./keys.ts";
import { cursorKey, START } from "./meta.ts";

export type { StoredRow } from "./db.ts";

export function rowsOf(store: Store, subject: string): Promise<StoredRow[]> {
  return store.run(["rows"], "readonly", (tx) => tx.objectStore("rows").getAll(allOf(subject)));
}

/** From this many on, reading everything at once is quicker than asking row by row. */
const MANY = 50;

export async function someRows(store: Store, subject: string, ids: string[]): Promise<StoredRow[]> {
  if (ids.length >= MANY) {
    const wanted = new Set(ids);
    return (await rowsOf(store, subject)).filter((row) => wanted.has(row.id));
  }
  const found = await store.run(["rows"], "readonly", (tx) => {
    const rows = tx.objectStore("rows");
    return Promise.all(ids.map((id) => rows.get([subject, id])));
  });
  return found.filter((row) => row !== undefined);
}

/**
 * Saves rows that were written here, sealed under `key`, and puts them in the outbox, in one transaction. Raises Locked,
 * with nothing saved, when another tab has changed the lock since.
 */
export async function writeHere(store: Store, key: DataKey, rows: StoredRow[]): Promise<void> {
  const [there] = await store.run(["rows", "outbox", "meta"], "readwrite", (tx) => {
    const asked = rows.flatMap((row) => [
      tx.objectStore("rows").put(row),
      tx.objectStore("outbox").add({ subject: row.subject, id: row.id }),
    ]);
    const resting = restingIn(tx);
    tx.commit(); // nothing more comes: the disk need not wait for a busy page to hear of each
    return Promise.all([resting, ...asked]);
  });
  if (there?.id !== key.id && !(await store.keys.mend(key, there))) {
    for (const [subject, ids] of bySubject(rows)) await dropRows(store, subject, ids);
    throw new Locked("the lock has been changed meanwhile");
  }
  for (const [subject, ids] of bySubject(rows)) store.changes.tell({ what: "rows", subject, ids, written: true });
  store.changes.tell({ what: "meta", key: "outbox" });
}

/** Puts a refused version back in the outbox, to be tried once more. */
export async function tryAgain(store: Store, subject: string, id: string): Promise<void> {
  await store.run(["rows", "outbox"], "readwrite", async (tx) => {
    const row = await tx.objectStore("rows").get([subject, id]);
    if (!row?.refused) return;
    await Promise.all([
      tx.objectStore("rows").put({ ...row, refused: null }),
      tx.objectStore("outbox").add({ subject, id }),
    ]);
  });
  store.changes.tell({ what: "rows", subject, ids: [id] });
  store.changes.tell({ what: "meta", key: "outbox" });
}

/** Has the server send every row of the subject again, because some held here cannot be read. */
export function pullAgain(store: Store, subject: string): Promise<void> {
  return store.write(cursorKey(subject), START);
}

/** Drops single rows, and their places in the outbox. */
export async function dropRows(store: Store, subject: string, ids: string[]): Promise<void> {
  await store.run(["rows", "outbox"], "readwrite", async (tx) => {
    await Promise.all(ids.map((id) => tx.objectStore("rows").delete([subject, id])));
    await emptyOutbox(tx, subject, ids);
  });
}

/** Drops everything held of one subject, inside a transaction over all stores. */
export async function dropSubject(tx: Transaction<"readwrite">, subject: string): Promise<void> {
  await tx.objectStore("rows").delete(allOf(subject));
  await tx.objectStore("meta").delete(cursorKey(subject));
  await emptyOutbox(tx, subject);
}

/** Drops what the server sent of a subject, but not `named`; what was written here and is not received stays. */
export async function dropReceived(tx: Transaction<"readwrite">, subject: string, named: Set<string>): Promise<void> {
  const rows = tx.objectStore("rows");
  for (const row of await rows.getAll(allOf(subject))) {
    if (row.number !== null && !named.has(row.id)) await rows.delete([subject, row.id]);
  }
}

/** Takes everything of a subject out of the outbox, or only certain versions. */
export async function emptyOutbox(tx: Transaction<"readwrite">, subject: string, ids?: string[]): Promise<void> {
  let cursor = await tx.objectStore("outbox").openCursor();
  while (cursor) {
    if (cursor.value.subject === subject && (ids?.includes(cursor.value.id) ?? true)) await cursor.delete();
    cursor = await cursor.continue();
  }
}

/** Every key of the subject: arrays sort after strings, so `[subject, []]` is past its last id. */
export function allOf(subject: string): IDBKeyRange {
  return IDBKeyRange.bound([subject], [subject, []]);
}

function bySubject(rows: StoredRow[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const row of rows) ids.set(row.subject, [...(ids.get(row.subject) ?? []), row.id]);
  return ids;
}
