import assert from "node:assert/strict";
import { test } from "node:test";
import "../node/indexeddb.ts";
import { uuid7 } from "../../pwa/src/shared/ids.ts";
import { Record } from "../../pwa/src/shared/record/record.ts";
import type { Kept } from "../../pwa/src/shared/record/wire.ts";
import { decode, encode } from "../../pwa/src/shared/store/codec.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";
import { readDraft, saveDraft } from "../../pwa/src/shared/store/drafts.ts";
import { inboxSize, putIn } from "../../pwa/src/shared/store/inbox.ts";
import { Locked, newKey, type Resting } from "../../pwa/src/shared/store/keys.ts";
import { LEAST_ROUNDS, type Secret, setLock, take, unlock } from "../../pwa/src/shared/store/lock.ts";
import { readMe } from "../../pwa/src/shared/store/meta.ts";
import { openOrRebuild } from "../../pwa/src/shared/store/rebuild.ts";
import { seal, unseal } from "../../pwa/src/shared/store/sealing.ts";
import { syncOnce } from "../../pwa/src/shared/sync/sync.ts";
import { countUnsent } from "./outbox.ts";
import { pain, PERSON, Phone } from "./phone.ts";
import { FakeServer } from "./server.ts";

const PIN: Secret = { kind: "pin", words: "274913" };
const WORDS: Secret = { kind: "passphrase", words: "quiet river under nine bridges" };
const passkey = (byte = 7): Secret => ({
  kind: "passkey", credential: new Uint8Array([1]), salt: new Uint8Array(32).fill(3), bytes: new Uint8Array(32).fill(byte),
});
/** The fewest rounds there may be. */
const QUICK = 0;
const NOTE = "zebra-canary at the kerb";
const NOW = new Date("2026-11-21T08:00:00Z");
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const version = (note = NOTE): Kept =>
  ({ id: uuid7(), kind: "pain", at: "2026-11-21T08:00:00+00:00", zone: "Europe/London", body: { ...pain(4), note } });

/** Everything that rests on the phone, as a thief would have it. */
async function everything(store: Store): Promise<{ text: string; keys: CryptoKey[] }> {
  const found = await store.run(["rows", "outbox", "meta"], "readonly", async (tx) => [
    await tx.objectStore("rows").getAll(), await tx.objectStore("outbox").getAll(), await tx.objectStore("meta").getAll(),
  ]);
  const [texts, keys]: [string[], CryptoKey[]] = [[], []];
  const look = (value: unknown): void => {
    if (value instanceof Uint8Array) texts.push(new TextDecoder().decode(value));
    else if (value instanceof CryptoKey) keys.push(value);
    else if (value && typeof value === "object") Object.values(value).forEach(look);
    else texts.push(String(value));
  };
  look(found);
  return { text: texts.join("\n"), keys };
}

/** A phone with an entry, a draft and a name, locked as `secret` says. */
async function lockedPhone(secret: Secret, server = new FakeServer()): Promise<Phone> {
  const phone = await Phone.joined(server);
  await phone.record.save("pain", { ...pain(4), note: NOTE });
  await saveDraft(phone.store, "pain new", 1, { note: NOTE });
  await setLock(phone.store, secret, 5, QUICK);
  phone.record.close();
  phone.store.keys.drop();
  return phone;
}

test("what is sealed opens with its key, for what it belongs to, and whole", async () => {
  const [key, other] = [await newKey(), await newKey()];
  const plain = new TextEncoder().encode(NOTE);
  const sealed = await seal(key, "a b", plain);
  assert.deepEqual(await unseal(key, "a b", sealed), plain);
  assert.notDeepEqual(await seal(key, "a b", plain), sealed);
  await assert.rejects(unseal(other, "a b", sealed));
  await assert.rejects(unseal(key, "a c", sealed));
  for (const at of [0, 1, 13, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    await assert.rejects(unseal(key, "a b", changed), `byte ${at}`);
  }
});

test("an entry cannot be put in the place of another, nor in another diary", async () => {
  const [key, one] = [await newKey(), version()];
  const blob = await encode(key, "s", one);
  assert.deepEqual(await decode(key, { subject: "s", id: one.id, blob }), one);
  await assert.rejects(decode(key, { subject: "s", id: uuid7(), blob }));
  await assert.rejects(decode(key, { subject: "t", id: one.id, blob }));
});

for (const secret of [PIN, WORDS, passkey()]) {
  test(`locked with a ${secret.kind}, nothing is readable and no key is there; the ${secret.kind} brings it all back`, async () => {
    const phone = await lockedPhone(secret);
    const { text, keys } = await everything(phone.store);
    assert.doesNotMatch(text, /zebra|Sam/);
    assert.equal(keys.length, 0);
    await assert.rejects(Record.open(phone.store, PERSON), Locked);
    await assert.rejects(syncOnce({ store: phone.store, fetch: phone.server.for("x") }), Locked);
    assert.deepEqual([(await readMe(phone.store))!.person, (await readMe(phone.store))!.called], [PERSON, null]);
    assert.equal((await unlock(phone.store, secret, NOW)).as, "open");
    const record = await Record.open(phone.store, PERSON);
    assert.equal(record.entries("pain")[0]!.body.note, NOTE);
    assert.deepEqual(await readDraft(phone.store, "pain new", 1), { note: NOTE });
    assert.equal((await readMe(phone.store))!.called, "Sam");
    assert.equal(await countUnsent(phone.store), 1);
  });
}

test("without a lock nothing lies in the clear either, under a key that scripts cannot read", async () => {
  const phone = await Phone.joined(new FakeServer());
  await phone.record.save("pain", { ...pain(4), note: NOTE });
  const { text, keys } = await everything(phone.store);
  assert.doesNotMatch(text, /zebra|Sam/);
  assert.deepEqual(keys.map((key) => key.extractable), [false]);
  await assert.rejects(crypto.subtle.exportKey("raw", keys[0]!));
});

test("another passkey, other words and a changed profile open nothing", async () => {
  const phone = await lockedPhone(passkey());
  assert.equal((await unlock(phone.store, passkey(8), NOW)).as, "wrong");
  const other = await lockedPhone(WORDS);
  assert.equal((await unlock(other.store, { ...WORDS, words: "quiet river under nine bridge" }, NOW)).as, "wrong");
  const keys = (await phone.store.read<Resting>("keys"))!;
  await other.store.write("keys", { ...keys, id: (await other.store.read<Resting>("keys"))!.id });
  assert.equal((await unlock(other.store, passkey(), NOW)).as, "wrong");
});

test("every change of the lock is another data key, and the old one opens nothing any more", async () => {
  const phone = await lockedPhone(PIN);
  await unlock(phone.store, PIN, NOW);
  const old = await phone.store.keys.get();
  const before = await phone.store.run(["rows"], "readonly", (tx) => tx.objectStore("rows").getAll());
  await setLock(phone.store, WORDS, 5, QUICK);
  const after = await phone.store.run(["rows"], "readonly", (tx) => tx.objectStore("rows").getAll());
  assert.notDeepEqual(after[0]!.blob, before[0]!.blob);
  await assert.rejects(decode(old.key, after[0]!));
  phone.store.keys.drop();
  assert.equal((await unlock(phone.store, PIN, NOW)).as, "wrong");
  assert.equal((await unlock(phone.store, WORDS, NOW)).as, "open");
  await setLock(phone.store, null);
  phone.store.keys.drop();
  assert.equal((await Record.open(phone.store, PERSON)).entries().length, 1);
});

test("words are stretched at least 600,000 times, and are the same however they are typed", async () => {
  const phone = await lockedPhone({ kind: "passphrase", words: "caf\u00e9 au lait every day " });
  const { lock } = (await phone.store.read<Resting>("keys"))!;
  assert.ok(lock!.rounds >= LEAST_ROUNDS, String(lock!.rounds));
  assert.equal((await unlock(phone.store, { kind: "passphrase", words: "cafe\u0301 au lait every day" }, NOW)).as, "open");
});

test("after five wrong tries waits grow, a clock put back does not shorten them, and nothing is deleted", async () => {
  const phone = await lockedPhone(PIN);
  const guess = (now: Date, words = "000001") => unlock(phone.store, { kind: "pin", words }, now);
  for (let tries = 0; tries < 5; tries++) assert.equal((await guess(NOW)).as, "wrong");
  assert.deepEqual(await guess(NOW, PIN.words), { as: "wait", wait_ms: 60_000 });
  assert.deepEqual(await guess(minutes(-600)), { as: "wait", wait_ms: 60_000 });
  assert.equal((await guess(minutes(-599.5))).wait_ms, 30_000);
  assert.equal((await guess(minutes(-599))).as, "wrong");
  for (const wait of [5, 15, 60, 60]) {
    const { wait_ms } = await guess(minutes(-599));
    assert.equal(wait_ms, wait * 60_000);
    await phone.store.write("tries", { ...(await phone.store.read<object>("tries"))!, left_ms: 0 });
    assert.equal((await guess(minutes(-599))).as, "wrong");
  }
  assert.equal(await countUnsent(phone.store), 1);
  await phone.store.write("tries", { ...(await phone.store.read<object>("tries"))!, left_ms: 0 });
  assert.equal((await guess(NOW, PIN.words)).as, "open");
  assert.equal(await phone.store.read("tries"), undefined);
});

test("a try is counted before it is made", async () => {
  const phone = await lockedPhone(PIN);
  let over = false;
  const guess = unlock(phone.store, { kind: "pin", words: "000001" }, NOW).then(() => (over = true));
  while (!(await phone.store.read("tries")));
  assert.equal(over, false);
  await guess;
});

test("what is written while locked becomes an entry once, even if the server has it already", async () => {
  const server = new FakeServer();
  const phone = await lockedPhone(WORDS, server);
  const { lock } = (await phone.store.read<Resting>("keys"))!;
  const [kept, sent] = [version("written while locked"), version("sent while locked")];
  for (const each of [kept, sent]) await putIn(phone.store, lock!.inbox.into, PERSON, each);
  server.rows.push({ ...sent, number: 1, received_at: NOW.toISOString(), by: PERSON, device: "d" });
  const { text } = await everything(phone.store);
  assert.doesNotMatch(text, /locked/);
  assert.equal(await inboxSize(phone.store), 2);
  await unlock(phone.store, WORDS, NOW);
  await phone.store.keys.drop();
  await unlock(phone.store, WORDS, NOW);
  assert.equal(await inboxSize(phone.store), 0);
  phone.record = await Record.open(phone.store, PERSON);
  await phone.sync();
  assert.deepEqual(server.rows.map(({ id }) => id).toSorted(), [kept, sent, ...phone.record.all()].map(({ id }) => id).filter((id, at, all) => all.indexOf(id) === at).toSorted());
  assert.equal(server.rows.length, 3);
  assert.deepEqual(phone.record.unsent(), { waiting: 0, refused: 0 });
});

test("what was damaged on the way to being unlocked is told, not lost in silence", async () => {
  const phone = await lockedPhone(PIN);
  const { lock } = (await phone.store.read<Resting>("keys"))!;
  const one = version();
  await putIn(phone.store, lock!.inbox.into, PERSON, one);
  const put = (await phone.store.read<{ box: Uint8Array }>(`inbox ${one.id}`))!;
  put.box[80]! ^= 1;
  await phone.store.write(`inbox ${one.id}`, put);
  await unlock(phone.store, PIN, NOW);
  assert.deepEqual([...(await Record.open(phone.store, PERSON)).unreadable], [one.id]);
});

test("an unlocked tab can hand its key to another; no other key is taken", async () => {
  const phone = await lockedPhone(PIN);
  const second = await Store.open(phone.name);
  await unlock(second, PIN, NOW);
  assert.equal(await take(phone.store, { id: "another", key: await newKey() }), false);
  assert.equal(await take(phone.store, await second.keys.get()), true);
  assert.equal((await Record.open(phone.store, PERSON)).entries().length, 1);
});

test("a lock changed in another tab stops this one from writing what nobody could read", async () => {
  const phone = await Phone.joined(new FakeServer());
  const key = await phone.store.keys.get();
  const second = await Store.open(phone.name);
  await setLock(second, PIN, 5, QUICK);
  phone.store.keys.hold(key, key);
  await assert.rejects(phone.record.save("pain", pain(3)), Locked);
  await assert.rejects(syncOnce({ store: phone.store, fetch: phone.server.for("x") }), Locked);
  assert.equal(await countUnsent(second), 0);
});

test("a lock and its key survive a rebuild of a damaged database", async () => {
  const phone = await lockedPhone(WORDS);
  const raw = await new Promise<IDBDatabase>((resolve) => {
    phone.store.close();
    const request = indexedDB.open(phone.name, 2);
    request.onupgradeneeded = () => request.result.deleteObjectStore("outbox");
    request.onsuccess = () => resolve(request.result);
  });
  raw.close();
  const copy = `${phone.name}-copy`;
  await copyAs(phone.name, copy);
  const { store, trouble } = await openOrRebuild(copy, [1]);
  assert.equal(trouble!.kept, 1);
  assert.equal((await unlock(store, WORDS, NOW)).as, "open");
  assert.equal((await Record.open(store, PERSON)).entries("pain")[0]!.body.note, NOTE);
});

test("what an app from before there were keys left open is sealed at the first need of it", async () => {
  const store = await Store.open("before");
  const one = version();
  await store.run(["rows", "outbox", "meta"], "readwrite", (tx) => Promise.all([
    tx.objectStore("rows").put({ subject: PERSON, id: one.id, number: null, received_at: null, refused: null, blob: new TextEncoder().encode(JSON.stringify(one)) }),
    tx.objectStore("outbox").add({ subject: PERSON, id: one.id }),
    tx.objectStore("meta").put({ person: PERSON, called: "Samantha" }, "me"),
    tx.objectStore("meta").put({ version: 1, saved_at: "", value: { note: "half a zebra" } }, "draft pain new"),
  ]));
  const record = await Record.open(store, PERSON);
  assert.equal(record.entries("pain")[0]!.body.note, NOTE);
  assert.deepEqual(await readDraft(store, "pain new", 1), { note: "half a zebra" });
  assert.equal((await readMe(store))!.called, "Samantha");
  assert.doesNotMatch((await everything(store)).text, /zebra|Samantha/);
});

test("a browser that cleared its storage under an open page gets the key back with the next entry", async () => {
  const phone = await Phone.joined(new FakeServer());
  await phone.record.save("pain", pain(3));
  await phone.store.run(["rows", "outbox", "meta"], "readwrite", (tx) =>
    Promise.all(["rows", "outbox", "meta"].map((name) => tx.objectStore(name as "rows").clear())));
  const { id } = await phone.record.save("pain", pain(5));
  await phone.restart();
  assert.equal(phone.record.entry(id)?.kind, "pain");
});

/** Copies rows and named values of a database that lacks its outbox. */
async function copyAs(name: string, copy: string): Promise<void> {
  const open = (which: string, version?: number, make?: (database: IDBDatabase) => void) => new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(which, version);
    request.onupgradeneeded = () => make?.(request.result);
    request.onsuccess = () => resolve(request.result);
  });
  const from = await open(name);
  const to = await open(copy, 1, (database) => {
    database.createObjectStore("rows", { keyPath: ["subject", "id"] });
    database.createObjectStore("meta");
  });
  const all = <T>(request: IDBRequest<T>) => new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
  const rows = await all(from.transaction("rows").objectStore("rows").getAll());
  const [keys, values] = [await all(from.transaction("meta").objectStore("meta").getAllKeys()), await all(from.transaction("meta").objectStore("meta").getAll())];
  const write = to.transaction(["rows", "meta"], "readwrite");
  rows.forEach((row) => write.objectStore("rows").put(row));
  keys.forEach((key, index) => write.objectStore("meta").put(values[index], key));
  await new Promise((resolve) => (write.oncomplete = resolve));
  from.close();
  to.close();
}
