import assert from "node:assert/strict";
import { test } from "node:test";
import "../node/indexeddb.ts";
import { Store, type StoredRow } from "../../pwa/src/shared/store/db.ts";
import { openOrRebuild } from "../../pwa/src/shared/store/rebuild.ts";
import { rowsOf, writeHere } from "../../pwa/src/shared/store/rows.ts";
import { countUnsent } from "./outbox.ts";
import { StorageFull, StoreBroken, StoreNewer } from "../../pwa/src/shared/store/trouble.ts";
import { takeLease } from "../../pwa/src/shared/sync/turn.ts";

const row = (id: string, number: number | null = null) =>
  ({ subject: "s", id, number, received_at: null, refused: null, blob: new TextEncoder().encode(`{"id":"${id}","at":""}`) });

const write = async (store: Store, rows: StoredRow[]) => writeHere(store, await store.keys.get(), rows);

function openRaw(name: string, version: number, upgrade: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

test("a connection that the system closed is opened again", async () => {
  const store = await Store.open("lost");
  const transaction = IDBDatabase.prototype.transaction;
  let lost = 1;
  IDBDatabase.prototype.transaction = function (...request) {
    if (lost-- > 0) throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
    return transaction.apply(this, request);
  };
  try {
    await write(store, [row("a")]);
  } finally {
    IDBDatabase.prototype.transaction = transaction;
  }
  assert.equal((await rowsOf(store, "s")).length, 1);
});

test("a row and its place in the outbox are saved together or not at all", async () => {
  const store = await Store.open("together");
  await assert.rejects(store.run(["rows", "outbox"], "readwrite", async (tx) => {
    await tx.objectStore("rows").put(row("a"));
    throw new RangeError("a bug");
  }), RangeError);
  assert.deepEqual(await rowsOf(store, "s"), []);
  assert.equal(await countUnsent(store), 0);
});

test("subjects are kept apart", async () => {
  const store = await Store.open("apart");
  await write(store, [row("a"), { ...row("b"), subject: "s2" }, { ...row("c"), subject: "r" }]);
  assert.deepEqual((await rowsOf(store, "s")).map(({ id }) => id), ["a"]);
});

/** Two good rows, one of them unsent, a damaged one, and no outbox. */
async function breakDatabase(name: string): Promise<void> {
  const raw = await openRaw(name, 1, (database) => {
    database.createObjectStore("rows", { keyPath: ["subject", "id"] });
    database.createObjectStore("meta");
  });
  const write = raw.transaction(["rows", "meta"], "readwrite");
  for (const each of [row("a", 4), row("b")]) write.objectStore("rows").put(each);
  write.objectStore("rows").put({ subject: "s", id: "c", blob: "not bytes" });
  write.objectStore("meta").put({ person: "s" }, "me");
  write.objectStore("meta").put({ grant: 1, number: 4 }, "cursor s");
  await new Promise((resolve) => (write.oncomplete = resolve));
  raw.close();
}

const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

test("a database that lacks a part is rebuilt, and what can be read is kept", async () => {
  await breakDatabase("broken");
  await assert.rejects(Store.open("broken"), StoreBroken);
  const { store, trouble } = await openOrRebuild("broken", [1]);
  assert.equal(trouble!.kept, 2);
  assert.equal(trouble!.lost, true);
  assert.deepEqual((await rowsOf(store, "s")).map(({ id }) => id), ["a", "b"]);
  assert.equal(await countUnsent(store), 1, "what was never received goes up again");
  assert.deepEqual(await store.read("me"), { person: "s" });
  assert.equal(await store.read("cursor s"), undefined, "the server sends all again");
  assert.ok(!(await databases()).includes("broken-salvage"));
});

test("a phone that dies after its damaged database was deleted goes on from what was kept", async () => {
  await breakDatabase("died");
  const open = indexedDB.open;
  let deleted = false;
  const remove = indexedDB.deleteDatabase;
  indexedDB.deleteDatabase = (name) => ((deleted ||= name === "died"), remove.call(indexedDB, name));
  indexedDB.open = (...request) => {
    if (deleted) throw new Error("the app is gone");
    return open.apply(indexedDB, request);
  };
  try {
    await assert.rejects(openOrRebuild("died", []), /the app is gone/);
  } finally {
    Object.assign(indexedDB, { open, deleteDatabase: remove });
  }
  assert.ok(!(await databases()).includes("died"), "the damaged one is gone");
  const { store, trouble } = await openOrRebuild("died", []);
  assert.deepEqual(trouble, { kept: 2, lost: true });
  assert.deepEqual((await rowsOf(store, "s")).map(({ id }) => id), ["a", "b"]);
  assert.equal(await countUnsent(store), 1);
  store.close();
  const { trouble: later } = await openOrRebuild("died", []);
  assert.equal(later, null, "finished once");
});

test("what was kept and is in the new database already is not put in or sent twice, nor brought back later", async () => {
  await breakDatabase("twice");
  const clear = IDBObjectStore.prototype.clear;
  IDBObjectStore.prototype.clear = () => { throw new Error("the app is gone"); };
  try {
    await assert.rejects(openOrRebuild("twice", []), /the app is gone/);
  } finally {
    IDBObjectStore.prototype.clear = clear;
  }
  const { store } = await openOrRebuild("twice", []);
  assert.equal(await countUnsent(store), 1);
  await store.wipe();
  store.close();
  const { store: after } = await openOrRebuild("twice", []);
  assert.deepEqual(await rowsOf(after, "s"), []);
});

test("a full phone's damaged database is left as it is until there is room to keep it twice", async () => {
  await breakDatabase("packed");
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  try {
    await assert.rejects(openOrRebuild("packed", []), StorageFull);
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  const { store, trouble } = await openOrRebuild("packed", []);
  assert.equal(trouble!.kept, 2);
  assert.equal((await rowsOf(store, "s")).length, 2);
});

test("a passing failure to open is not taken for a broken database", async () => {
  await write(await Store.open("passing"), [row("a")]);
  const open = indexedDB.open;
  let failures = 3;
  indexedDB.open = function (...request: Parameters<typeof open>) {
    if (failures-- > 0) throw new DOMException("Internal error", "UnknownError");
    return open.apply(indexedDB, request);
  };
  try {
    const { store, trouble } = await openOrRebuild("passing", [1, 1, 1]);
    assert.equal(trouble, null);
    assert.equal((await rowsOf(store, "s")).length, 1);
  } finally {
    indexedDB.open = open;
  }
});

test("a database of a newer app is left alone", async () => {
  (await openRaw("newer", 9, () => undefined)).close();
  await assert.rejects(openOrRebuild("newer", [1]), StoreNewer);
});

test("without Web Locks one holder has the lease; it ends by itself and survives a clock put back", async () => {
  const store = await Store.open("lease");
  const now = Date.parse("2026-11-21T08:00:00Z");
  assert.equal(await takeLease(store, "a", now), true);
  assert.equal(await takeLease(store, "b", now + 1_000), false);
  assert.equal(await takeLease(store, "a", now + 2_000), true);
  assert.equal(await takeLease(store, "b", now + 100_000), true);
  assert.equal(await takeLease(store, "a", now - 10 * 365 * 86_400_000), true);
});

test("a database that cannot be opened at all is left alone, whatever is in it", async () => {
  await write(await Store.open("shut"), [row("a")]);
  const open = indexedDB.open;
  indexedDB.open = () => { throw new DOMException("Internal error opening backing store", "UnknownError"); };
  try {
    await assert.rejects(openOrRebuild("shut", [1]), StoreBroken);
  } finally {
    indexedDB.open = open;
  }
  const { store, trouble } = await openOrRebuild("shut", [1]);
  assert.equal(trouble, null);
  assert.equal((await rowsOf(store, "s")).length, 1);
});
