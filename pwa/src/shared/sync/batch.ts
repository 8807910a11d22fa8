/** What goes up next: the oldest unsent versions, as many as one request may hold, and each subject's cursor. */
import type { Refusal } from "../record/versions.ts";
import { newVersionOf } from "../record/wire.ts";
import { decode } from "../store/codec.ts";
import type { Store, StoredRow, Unsent } from "../store/db.ts";
import { ALL } from "../store/db.ts";
import { type DataKey, sameKey } from "../store/keys.ts";
import type { Cursor } from "../store/meta.ts";
import { cursorKey, cursorKeys, EPOCH, START, subjectOf } from "../store/meta.ts";
import { held } from "./held.ts";
import type { Request, SubjectUp } from "./protocol.ts";
import { MOST_BYTES } from "./protocol.ts";

export interface Batch {
  /** whose phone it was when the batch was made */
  person: string;
  /** what its rows are sealed under */
  key: DataKey;
  request: Request;
  /** outbox keys of each version sent: deleted once the server has named it */
  keys: Map<string, number[]>;
  rows: Map<string, StoredRow>;
  size: number;
  /** there was more to send than fits */
  full: boolean;
}

interface Waiting {
  keys: number[];
  unsent: Unsent;
  row: StoredRow | undefined;
}

/** Raises Locked. */
export async function nextBatch(store: Store, person: string, limit: number, now: Date): Promise<Batch> {
  const key = await store.keys.get();
  const { waiting, more, epoch, cursors } = await look(store, key, person, limit);
  const subjects = new Map<string, SubjectUp>();
  for (const [subject, cursor] of cursors) subjects.set(subject, { subject, ...cursor, entries: [] });
  const batch: Batch = {
    person, key, request: { device_now: now.toISOString(), epoch, subjects: [...subjects.values()] },
    keys: new Map(), rows: new Map(), size: 0, full: more,
  };
  let bytes = 0;
  for (const { keys, unsent, row } of waiting) {
    const version = row && (await decode(key.key, row).catch(() => undefined));
    if (!row || !version) {
      await putAside(store, unsent, keys, row);
      continue;
    }
    if (held.answers && version.kind === "answer") continue;
    bytes += row.blob.length + 2;
    if (bytes > MOST_BYTES && batch.size > 0) return { ...batch, full: true };
    subjects.get(unsent.subject)!.entries.push(newVersionOf(version));
    batch.keys.set(unsent.id, keys);
    batch.rows.set(unsent.id, row);
    batch.size++;
  }
  return batch;
}

/** Keeps the one version of a batch that the server will not take in any request, with the reason. */
export async function refuseHere(store: Store, batch: Batch, refusal: Refusal): Promise<void> {
  for (const [id, row] of batch.rows) {
    await putAside(store, row, batch.keys.get(id) ?? [], row, refusal);
  }
}

async function look(store: Store, key: DataKey, person: string, limit: number) {
  return store.run(ALL, "readonly", async (tx) => {
    await sameKey(tx, key);
    const meta = tx.objectStore("meta");
    const outbox = tx.objectStore("outbox");
    const [keys, values] = await Promise.all([outbox.getAllKeys(null, limit), outbox.getAll(null, limit)]);
    const [count, epoch, asked] = await Promise.all([outbox.count(), meta.get(EPOCH), meta.getAllKeys(cursorKeys())]);
    const waiting = new Map<string, Waiting>();
    await Promise.all(values.map(async (unsent, index) => {
      const known = waiting.get(unsent.id);
      if (known) return void known.keys.push(keys[index]!);
      const entry: Waiting = { keys: [keys[index]!], unsent, row: undefined };
      waiting.set(unsent.id, entry);
      entry.row = await tx.objectStore("rows").get([unsent.subject, unsent.id]);
    }));
    const subjects = [...new Set([person, ...asked.map(subjectOf), ...values.map((unsent) => unsent.subject)])];
    const cursors = await Promise.all(subjects.map(async (subject): Promise<[string, Cursor]> =>
      [subject, ((await meta.get(cursorKey(subject))) as Cursor | undefined) ?? START]));
    return { waiting: [...waiting.values()], more: count > values.length, epoch: (epoch as string | undefined) ?? null, cursors };
  });
}

/** Takes an unreadable version out of the outbox, so that it does not hold up the others; its row stays, marked. */
async function putAside(
  store: Store, { subject, id }: Unsent, keys: number[], row: StoredRow | undefined,
  refusal: Refusal = { code: "unreadable", message: "" },
): Promise<void> {
  await store.run(["rows", "outbox"], "readwrite", async (tx) => {
    await Promise.all(keys.map((key) => tx.objectStore("outbox").delete(key)));
    const there = row && (await tx.objectStore("rows").get([subject, id]));
    if (there) await tx.objectStore("rows").put({ ...there, refused: refusal });
  });
  store.changes.tell({ what: "rows", subject, ids: [id] });
}
