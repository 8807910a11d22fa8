/** Takes in the server's answer: receipts, refusals, new rows and the cursor, all in one transaction. */
import type { Kept, Row } from "../record/wire.ts";
import { encode } from "../store/codec.ts";
import type { Store, StoredRow, Transaction } from "../store/db.ts";
import { ALL } from "../store/db.ts";
import type { Me } from "../store/meta.ts";
import { sameKey } from "../store/keys.ts";
import { cursorKey, EPOCH, RESTORED } from "../store/meta.ts";
import { allOf, dropReceived, dropSubject, emptyOutbox } from "../store/rows.ts";
import { newsOfOthers } from "../store/others.ts";
import type { Batch } from "./batch.ts";
import type { Answer, SubjectDown } from "./protocol.ts";

const PIECE = 40;

export interface Round {
  sent: number;
  received: number;
  refused: number;
  /** nothing more to pull or to send again */
  complete: boolean;
  /** something moved, so another round is worth it */
  progress: boolean;
  /** the server asked for everything held */
  again: boolean;
  /** this phone's own record was erased */
  erased: boolean;
}

/** Rows to put and outbox keys to delete for one subject; encoded before the transaction opens. */
interface Page {
  down: SubjectDown;
  rows: StoredRow[];
  sent: string[];
  refused: string[];
  /** ids whose row changed */
  changed: string[];
}

/**
 * Does nothing when someone signed out, or another person joined, while the answer was on its way. Raises Locked, with
 * nothing done, when the lock was changed meanwhile.
 */
export async function apply(store: Store, batch: Batch, answer: Answer): Promise<Round> {
  const pages = await Promise.all(answer.subjects.map((down) => pageOf(batch, down)));
  const news = await newsOfOthers(store, batch.person, answer);
  const erased = await store.run(ALL, "readwrite", async (tx) => {
    const me = (await tx.objectStore("meta").get("me")) as Me | undefined;
    if (me?.person !== batch.person) return false;
    await sameKey(tx, batch.key);
    for (const page of pages) page.changed = await takePage(tx, batch, page);
    await tx.objectStore("meta").put(answer.epoch, EPOCH);
    for (const [key, value] of news) await tx.objectStore("meta").put(value, key);
    return erase(tx, answer.erased, me);
  });
  tell(store, batch, pages, answer.erased, erased);
  if (news.length && !erased) store.changes.tell({ what: "meta", key: "others" });
  const count = (size: (page: Page) => number) => pages.reduce((sum, page) => sum + size(page), 0);
  const [sent, refused, received] = [count((page) => page.sent.length), count((page) => page.refused.length),
    count((page) => page.down.rows.length)];
  const again = answer.subjects.some((down) => down.again);
  const more = answer.subjects.some((down) => down.more);
  return { sent, received, refused, again, erased, complete: !again && !more, progress: sent + refused + received > 0 };
}

/**
 * Whether the server took this phone for somebody else's: nothing of the phone's own person is for whoever it thinks
 * this is. Then nothing was refused for what it says, all of it stays in the outbox, and nothing is dropped.
 */
export function answersAnother(batch: Batch, answer: Answer): boolean {
  const up = batch.request.subjects.find(({ subject }) => subject === batch.person);
  const down = answer.subjects.find(({ subject }) => subject === batch.person);
  return Boolean(down?.withdrawn) || Boolean(up?.entries.length && down && down.refused.length === up.entries.length
    && down.refused.every(({ code }) => code === "not-yours"));
}

async function pageOf(batch: Batch, down: SubjectDown): Promise<Page> {
  const entries = batch.request.subjects.find((up) => up.subject === down.subject)?.entries ?? [];
  const sent: StoredRow[] = [];
  for (const [index, number, count] of down.numbers) {
    for (let step = 0; step < count; step++) {
      const row = batch.rows.get(entries[index + step]?.id ?? "");
      if (row) sent.push({ ...row, number: number + step, received_at: down.received_at, refused: null });
    }
  }
  const refused = down.refused.flatMap(({ id, code, message }) => {
    const row = batch.rows.get(id);
    return row ? [{ ...row, refused: { code, message } }] : [];
  });
  const pulled = await Promise.all(down.rows.map((row) => storedFrom(batch.key.key, down.subject, row)));
  return {
    down, rows: [...sent, ...refused, ...pulled], changed: [],
    sent: sent.map((row) => row.id), refused: refused.map((row) => row.id),
  };
}

async function storedFrom(key: CryptoKey, subject: string, { number, received_at, ...kept }: Row): Promise<StoredRow> {
  return { subject, id: kept.id, number, received_at, refused: null, blob: await encode(key, subject, kept satisfies Kept) };
}

async function takePage(tx: Transaction<"readwrite">, batch: Batch, page: Page): Promise<string[]> {
  const { down, rows, sent, refused } = page;
  const keys = [...sent, ...refused].flatMap((id) => batch.keys.get(id) ?? []);
  if (down.withdrawn) return dropSubject(tx, down.subject).then(() => []);
  const own = down.subject === batch.person;
  const number = down.again ? 0 : down.number;
  await putRows(tx, rows);
  await Promise.all([
    ...keys.map((key) => tx.objectStore("outbox").delete(key)),
    tx.objectStore("meta").put({ grant: down.grant, number }, cursorKey(down.subject)),
    ...(down.again && own ? [tx.objectStore("meta").put(true, RESTORED)] : []),
  ]);
  const named = rows.map((row) => row.id);
  if (down.again && !own) await dropReceived(tx, down.subject, new Set(named));
  return down.again && own ? [...named, ...(await sendAllAgain(tx, down.subject, new Set(named)))] : named;
}

/** A piece at a time: the page of a slow phone answers touches between two of them. */
async function putRows(tx: Transaction<"readwrite">, rows: StoredRow[]): Promise<void> {
  const held = tx.objectStore("rows");
  for (let from = 0; from < rows.length; from += PIECE) {
    await Promise.all(rows.slice(from, from + PIECE).map((row) => held.put(row)));
  }
}

/**
 * Queues every version held of a subject, in the order the server had them, so that a correction never goes before what
 * it corrects; gives their ids. What the server named in this very answer it already holds.
 */
async function sendAllAgain(tx: Transaction<"readwrite">, subject: string, named: Set<string>): Promise<string[]> {
  await emptyOutbox(tx, subject);
  const held = (await tx.objectStore("rows").getAll(allOf(subject))).filter((row) => !named.has(row.id));
  held.sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || (a.id < b.id ? -1 : 1));
  await Promise.all(held.flatMap((row) => [
    tx.objectStore("rows").put({ ...row, number: null }),
    tx.objectStore("outbox").add({ subject, id: row.id }),
  ]));
  return held.map((row) => row.id);
}

/** Deletes what is held of erased people; all of it when the phone's own person is among them. */
async function erase(tx: Transaction<"readwrite">, people: string[], me: Me | undefined): Promise<boolean> {
  const own = me !== undefined && people.includes(me.person);
  if (own) await Promise.all(ALL.map((name) => tx.objectStore(name).clear()));
  else for (const person of people) await dropSubject(tx, person);
  return own;
}

function tell(store: Store, batch: Batch, pages: Page[], erased: string[], own: boolean): void {
  if (own) return store.changes.tell({ what: "wiped" });
  for (const { down, changed } of pages) {
    if (down.withdrawn || (down.again && down.subject !== batch.person)) store.changes.tell({ what: "dropped", subject: down.subject });
    else if (changed.length) store.changes.tell({ what: "rows", subject: down.subject, ids: changed });
  }
  for (const subject of erased) store.changes.tell({ what: "dropped", subject });
}
