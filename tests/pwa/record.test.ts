import assert from "node:assert/strict";
import { test } from "node:test";
import { Record } from "../../pwa/src/shared/record/record.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";
import { StorageFull } from "../../pwa/src/shared/store/trouble.ts";
import { countUnsent } from "./outbox.ts";
import { CLOCK, PERSON, Phone, pain } from "./phone.ts";
import { FakeServer } from "./server.ts";

test("entries are there after a reload, newest first", async () => {
  const phone = await Phone.joined(new FakeServer());
  await phone.record.save("pain", pain(1), { at: "2026-11-20T12:00:00+00:00", picked: true });
  await phone.record.save("pain", pain(2));
  await phone.record.save("bad-day", { on: "2026-11-21" });
  await phone.restart();
  assert.deepEqual(phone.scores(), [2, 1]);
  assert.deepEqual(phone.record.entries("pain").map((entry) => [entry.day, entry.head.picked]), [["2026-11-21", false], ["2026-11-20", true]]);
  assert.equal(phone.record.entries().length, 3);
  assert.equal(await countUnsent(phone.store), 3);
});

test("a correction keeps the day and the history; a delete can be undone", async () => {
  const phone = await Phone.joined(new FakeServer());
  const entry = await phone.record.save("pain", pain(1), { at: "2026-11-20T12:00:00+00:00", picked: true });
  const corrected = await phone.record.save("pain", pain(3), { entry: entry.id });
  assert.deepEqual([corrected.id, corrected.at, corrected.head.picked, corrected.versions.length], [entry.id, entry.at, true, 2]);
  assert.equal((await phone.record.remove(entry.id)).gone, true);
  assert.deepEqual(phone.scores(), []);
  assert.deepEqual(phone.record.entry(entry.id)!.body, pain(3));
  await phone.restart();
  assert.deepEqual((await phone.record.restore(entry.id)).body, pain(3));
  assert.equal(phone.record.entry(entry.id)!.versions.length, 4);
});

test("Undo brings an entry back that two phones had deleted", async () => {
  const server = new FakeServer();
  const [phone, other] = [await Phone.joined(server), await Phone.joined(server)];
  const entry = await phone.record.save("pain", pain(7));
  for (const device of [phone, other]) await device.sync();
  await phone.record.remove(entry.id);
  await other.record.remove(entry.id);
  for (const device of [phone, other, phone]) await device.sync();
  await phone.record.restore(entry.id);
  for (const device of [phone, other]) await device.sync();
  assert.deepEqual([phone.scores(), other.scores()], [[7], [7]]);
  assert.deepEqual(other.record.entry(entry.id)!.also, []);
});

test("the same correction on two phones, corrected once more, leaves no conflict behind", async () => {
  const server = new FakeServer();
  const [phone, other] = [await Phone.joined(server), await Phone.joined(server)];
  const entry = await phone.record.save("pain", pain(7));
  for (const device of [phone, other]) await device.sync();
  for (const device of [phone, other]) await device.record.save("pain", pain(6), { entry: entry.id });
  for (const device of [phone, other, phone]) await device.sync();
  await phone.record.save("pain", pain(5), { entry: entry.id });
  for (const device of [phone, other]) await device.sync();
  assert.deepEqual([phone.record.entry(entry.id)!.also, other.record.entry(entry.id)!.also], [[], []]);
  assert.deepEqual(other.scores(), [5]);
});

test("a thousand random changes on one phone make no conflict", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const entry = await phone.record.save("pain", pain(0));
  for (let step = 0; step < 1_000; step++) {
    const now = phone.record.entry(entry.id)!;
    if (Math.random() < 0.02) await phone.sync();
    if (now.gone) await phone.record.restore(entry.id);
    else if (Math.random() < 0.3) await phone.record.remove(entry.id);
    else await phone.record.save("pain", pain(step % 11), { entry: entry.id });
    assert.deepEqual(phone.record.entry(entry.id)!.also, []);
  }
});

test("when there is no room nothing is saved, and it says so by name", async () => {
  const phone = await Phone.joined(new FakeServer());
  await phone.record.save("pain", pain(1));
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  try {
    await assert.rejects(phone.record.save("pain", pain(2)), StorageFull);
    assert.deepEqual(phone.scores(), [1]);
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  assert.equal(await countUnsent(phone.store), 1);
  await phone.record.save("pain", pain(3));
  await phone.restart();
  assert.deepEqual(phone.scores().sort(), [1, 3]);
});

test("those who listen hear of changes made here, by sync and in another tab", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  let heard = 0;
  const stop = phone.record.onChange(() => heard++);
  await phone.record.save("pain", pain(1));
  await phone.record.settled();
  assert.equal(heard, 1);
  await phone.sync();
  assert.equal(heard, 2);
  stop();
  await phone.record.save("pain", pain(1));
  await phone.record.settled();
  assert.equal(heard, 2);
});

test("changes told faster than they can be read are read, and told on, together", async () => {
  const phone = await Phone.joined(new FakeServer());
  const other = await Record.open(await Store.open(phone.name), PERSON, CLOCK);
  let heard = 0;
  phone.record.onChange(() => heard++);
  const told = new Promise<void>((resolve) => {
    let rows = 0;
    phone.store.changes.listen((change) => { if (change.what === "rows" && ++rows === 200) resolve(); });
  });
  const run = phone.store.run;
  let slow = Promise.resolve();
  let reads = 0;
  phone.store.run = async (...asked: Parameters<typeof run>) => { reads++; await slow; return run.apply(phone.store, asked); };
  let go = () => {};
  slow = new Promise((resolve) => { go = resolve; });
  // given another tab that saves 200 entries while this one still reads the first
  for (let score = 0; score < 200; score++) await other.save("pain", pain(score % 11));
  await told;
  go();
  await phone.record.settled();
  // then they are all there, after two looks and not two hundred
  assert.equal(phone.record.entries("pain").length, 200);
  assert.deepEqual([reads, heard], [2, 2]);
  other.close();
  other.store.close();
});

test("a change that could not be read is read with the next one", async () => {
  const phone = await Phone.joined(new FakeServer());
  const other = await Record.open(await Store.open(phone.name), PERSON, CLOCK);
  const run = phone.store.run;
  const told = () => new Promise<void>((resolve) => {
    const stop = phone.store.changes.listen((change) => { if (change.what === "rows") resolve(stop()); });
  });
  phone.store.run = () => Promise.reject(new DOMException("busy", "UnknownError"));
  await Promise.all([told(), other.save("pain", pain(1))]);
  await phone.record.settled();
  assert.deepEqual(phone.scores(), []);
  phone.store.run = run;
  await Promise.all([told(), other.save("pain", pain(2))]);
  await phone.record.settled();
  assert.deepEqual(phone.scores().sort(), [1, 2]);
  other.close();
  other.store.close();
});

test("an entry whose bytes cannot be read is told, stays, and does not hold up the others", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const bad = await phone.record.save("pain", pain(1));
  await phone.record.save("pain", pain(2));
  await phone.store.run(["rows"], "readwrite", async (tx) => {
    const rows = tx.objectStore("rows");
    const row = (await rows.get([phone.record.subject, bad.id]))!;
    await rows.put({ ...row, blob: new Uint8Array([1, 2, 3]) });
  });
  await phone.restart();
  assert.deepEqual([...phone.record.damaged], [bad.id]);
  assert.equal((await phone.sync()).outcome, "done");
  assert.deepEqual(phone.scores(), [2]);
  assert.equal(server.rows.length, 1);
});

test("a damaged entry that the server holds comes back by itself", async () => {
  const phone = await Phone.joined(new FakeServer());
  const entry = await phone.record.save("pain", pain(1));
  await phone.sync();
  await phone.store.run(["rows"], "readwrite", async (tx) => {
    const rows = tx.objectStore("rows");
    await rows.put({ ...(await rows.get([phone.record.subject, entry.id]))!, blob: new Uint8Array([1, 2, 3]) });
  });
  await phone.restart();
  assert.deepEqual([phone.scores(), phone.record.damaged.size], [[], 1]);
  await phone.sync();
  assert.deepEqual([phone.scores(), phone.record.damaged.size], [[1], 0]);
});

test("a receipt that another tab tells of while the entry is still being saved here is not missed", async () => {
  const phone = await Phone.joined(new FakeServer());
  const run = phone.store.run.bind(phone.store);
  // The other tab sends the entry as soon as it is on the disk, before this one has heard that it is.
  phone.store.run = (async (names: never, mode: never, ...rest: [never]) => {
    const done = await run(names, mode, ...rest);
    if (mode === "readwrite" && phone.record.unsent().waiting && phone.record.entries("pain").length) {
      phone.store.run = run;
      await phone.sync();
    }
    return done;
  }) as typeof phone.store.run;
  await phone.record.save("pain", pain(4));
  await phone.record.settled();
  assert.deepEqual(phone.record.unsent(), { waiting: 0, refused: 0 });
});
