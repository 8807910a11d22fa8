/** Seals everything on this phone under another key, all of it at once or none of it. */
import type { Store, StoredRow } from "./db.ts";
import { ALL } from "./db.ts";
import { changeUnfinished } from "./drafts.ts";
import type { Resting } from "./keys.ts";
import { KEYS, Locked, restingIn } from "./keys.ts";
import { CALLED } from "./meta.ts";
import { aboutNamed, aboutRow, type Bytes, seal, sealValue, unseal } from "./sealing.ts";

/** What an app from before there were keys left: a row in plain JSON. */
const OPEN_JSON = "{".charCodeAt(0);
const TURNS = 5;

interface Found {
  rows: StoredRow[];
  named: [string, unknown][];
}

/**
 * Reads with `from` (null: from before there were keys), writes under `to`, and leaves `resting` as how that key rests.
 * What cannot be read stays as it is: the record tells of it. Raises Locked when others changed the key meanwhile, and
 * StorageFull with nothing changed.
 */
export async function rekey(store: Store, from: Resting | null, to: CryptoKey, resting: Resting, old: CryptoKey | null = null): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    const found = await look(store);
    const sealed = await sealAgain(found, old, to);
    if (await put(store, from, found, sealed, resting)) {
      await changeUnfinished(async (key, draft) => {
        const plain = old && (await unseal(old, aboutNamed(key), draft).catch(() => null));
        return plain && seal(to, aboutNamed(key), plain);
      });
      return;
    }
  }
  throw new Locked("the phone was being written to all the time");
}

function look(store: Store): Promise<Found> {
  return store.run(ALL, "readonly", async (tx) => {
    const meta = tx.objectStore("meta");
    const [rows, keys, values] = await Promise.all([tx.objectStore("rows").getAll(), meta.getAllKeys(), meta.getAll()]);
    return { rows, named: keys.map((key, index): [string, unknown] => [key, values[index]]) };
  });
}

async function sealAgain({ rows, named }: Found, old: CryptoKey | null, to: CryptoKey): Promise<Found> {
  const sealed = await Promise.all(rows.map(async (row) => {
    const about = aboutRow(row.subject, row.id);
    const plain = await opened(old, about, row.blob);
    return plain ? { ...row, blob: await seal(to, about, plain) } : row;
  }));
  const others = await Promise.all(named.map(([name, value]) => again(name, value, old, to)));
  return { rows: sealed, named: others.flat() };
}

async function opened(old: CryptoKey | null, about: string, blob: Bytes): Promise<Bytes | null> {
  if (!old) return blob[0] === OPEN_JSON ? blob : null;
  return unseal(old, about, blob).catch(() => null);
}

/** A named value under the new key; those that are nobody's words stay as they are and are not given. */
async function again(name: string, value: unknown, old: CryptoKey | null, to: CryptoKey): Promise<[string, unknown][]> {
  const about = aboutNamed(name);
  if (old) {
    if (!(value instanceof Uint8Array)) return [];
    const plain = await unseal(old, about, value as Bytes).catch(() => null);
    return [[name, plain && (await seal(to, about, plain))]];
  }
  if (name === "me") {
    const { called, ...me } = value as { called: string | null };
    return [[name, { ...me, called: null }], [CALLED, await sealValue(to, aboutNamed(CALLED), called)]];
  }
  return name.startsWith("draft ") ? [[name, await sealValue(to, about, value)]] : [];
}

/** False, with nothing written, when the phone was written to since it was looked at. */
function put(store: Store, from: Resting | null, before: Found, { rows, named }: Found, resting: Resting): Promise<boolean> {
  return store.run(ALL, "readwrite", async (tx) => {
    const there = await restingIn(tx);
    if (there?.id !== from?.id) throw new Locked("the lock has been changed meanwhile");
    const [held, meta] = [tx.objectStore("rows"), tx.objectStore("meta")];
    const [rowsNow, keysNow, valuesNow] = await Promise.all([held.getAll(), meta.getAllKeys(), meta.getAll()]);
    const now: Found = { rows: rowsNow, named: keysNow.map((key, index) => [key, valuesNow[index]]) };
    if (!sameBytes(before, now)) return false;
    const receipts = new Map(rowsNow.map((row) => [row.subject + row.id, row]));
    await Promise.all([
      ...rows.map((row) => held.put({ ...receipts.get(row.subject + row.id)!, blob: row.blob })),
      ...named.map(([name, value]) => (value === null ? meta.delete(name) : meta.put(value, name))),
      meta.put(resting, KEYS),
    ]);
    return true;
  });
}

/** Whether everything that is sealed is still what it was. */
function sameBytes(before: Found, now: Found): boolean {
  return marksOf(before).join() === marksOf(now).join();
}

/** The nonce is another one with every sealing. */
function marksOf({ rows, named }: Found): string[] {
  const blobs = [...rows.map((row) => row.blob), ...named.map(([, value]) => value).filter((value) => value instanceof Uint8Array)];
  return blobs.map((blob) => blob.subarray(0, 13).join(" "));
}
