/**
 * What is written while the phone is locked: sealed to a public key (a fresh P-256 pair each time, HKDF, AES-GCM), so that
 * anybody may put something in and only the data key takes it out. At unlocking each becomes a row like any other.
 */
import type { Kept } from "../record/wire.ts";
import { decode, encode } from "./codec.ts";
import type { Store, StoredRow } from "./db.ts";
import { type DataKey, type Resting, sameKey } from "./keys.ts";
import type { Lock } from "./lock.ts";
import { aboutRow, type Bytes, seal, sealValue, unseal } from "./sealing.ts";

interface Put {
  subject: string;
  id: string;
  box: Bytes;
}

const CURVE = { name: "ECDH", namedCurve: "P-256" };
/** An uncompressed point. */
const POINT = 65;
const PUT = "inbox ";
const all = () => IDBKeyRange.bound(PUT, `${PUT}\uffff`);
const encoder = new TextEncoder();
const about = (id: string): string => `inbox ${id}`;

/** A new pair of keys: into it in the clear, out of it sealed under the data key. */
export async function newInbox({ id, key }: DataKey): Promise<Lock["inbox"]> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const into = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const out = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  const sealed = await seal(key, about(id), out);
  out.fill(0);
  return { into, out: sealed };
}

/** Keeps a version, sealed, until the phone is unlocked. Done when it is on the disk. Raises StorageFull. */
export async function putIn(store: Store, into: Bytes, subject: string, version: Kept): Promise<void> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const key = await between(await pointOf(into), pair.privateKey, point, into);
  const sealed = await sealValue(key, aboutRow(subject, version.id), version);
  const box = new Uint8Array(POINT + sealed.length);
  box.set(point);
  box.set(sealed, POINT);
  await store.write(PUT + version.id, { subject, id: version.id, box } satisfies Put);
}

/** Takes one out unread: the server has it. */
export const takeBack = (store: Store, id: string): Promise<void> => store.forget(PUT + id);

export async function inboxSize(store: Store): Promise<number> {
  return store.run(["meta"], "readonly", (tx) => tx.objectStore("meta").count(all()));
}

/**
 * Makes rows of what was put in, to be sent, each once however often this is done. One that cannot be opened becomes a
 * row that cannot be read, and the record tells of it.
 */
export async function openInbox(store: Store, key: DataKey, { lock }: Resting): Promise<void> {
  if (!lock) return;
  const put = await store.run(["meta"], "readonly", (tx) => tx.objectStore("meta").getAll(all()) as Promise<Put[]>);
  if (!put.length) return;
  const pkcs8 = await unseal(key.key, about(key.id), lock.inbox.out);
  const out = await crypto.subtle.importKey("pkcs8", pkcs8, CURVE, false, ["deriveBits"]);
  pkcs8.fill(0);
  const rows = await Promise.all(put.map((each) => rowOf(each, key.key, out, lock.inbox.into)));
  await store.run(["rows", "outbox", "meta"], "readwrite", async (tx) => {
    await sameKey(tx, key);
    await Promise.all(rows.map(async (row) => {
      await tx.objectStore("meta").delete(PUT + row.id);
      if (await tx.objectStore("rows").getKey([row.subject, row.id])) return;
      await tx.objectStore("rows").put(row);
      await tx.objectStore("outbox").add({ subject: row.subject, id: row.id });
    }));
  });
  for (const { subject, id } of rows) store.changes.tell({ what: "rows", subject, ids: [id] });
  store.changes.tell({ what: "meta", key: "outbox" });
}

async function rowOf({ subject, id, box }: Put, key: CryptoKey, out: CryptoKey, into: Bytes): Promise<StoredRow> {
  const row = { subject, id, number: null, received_at: null, refused: null, blob: box };
  try {
    const point = box.slice(0, POINT);
    const shared = await between(await pointOf(point), out, point, into);
    const version = await decode(shared, { subject, id, blob: box.slice(POINT) });
    return { ...row, blob: await encode(key, subject, version) };
  } catch {
    return row;
  }
}

/** The key that both sides work out: bound to the two points it was made between. */
async function between(theirs: CryptoKey, own: CryptoKey, point: Bytes, into: Bytes): Promise<CryptoKey> {
  const bits = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, own, 256);
  const base = await crypto.subtle.importKey("raw", bits, "HKDF", false, ["deriveKey"]);
  const salt = new Uint8Array([...point, ...into]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: encoder.encode("jointly inbox") };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const pointOf = (raw: Bytes): Promise<CryptoKey> => crypto.subtle.importKey("raw", raw, CURVE, false, []);
