/** What a device keeps of a register, for how long, and what becomes of a mark that is sent. */
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import "../node/indexeddb.ts";
import { changeRegister, hold, letGo, readRegister, REGISTER, type Session, tick } from "../../pwa/src/shared/register/register.ts";
import { forgetMark, sendMarks } from "../../pwa/src/shared/register/sending.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";

let stores = 0;
const opened = (): Promise<Store> => Store.open(`register-${++stores}`);
const HOUR = 60 * 60_000;
const later = (hours: number): Date => new Date(Date.now() + hours * HOUR);

const session = (start = later(-1)): Session => ({
  listing: "l1", name: "Tea", start: start.toISOString(), end: new Date(start.getTime() + HOUR / 2).toISOString(), off: false,
  people: ["p1", "p2"].map((prescription) => ({ prescription, called: `${prescription} B.`, first: false, came: null, mark: null })),
});

async function ticked(store: Store, held = session()): Promise<Session> {
  await hold(store, held);
  for (const person of held.people) await changeRegister(store, (kept) => tick(kept, held, person, "been"));
  return held;
}

const asked: string[] = [];
/** The service answers each request in turn with one of these; "lost" takes it and says nothing. */
function answers(...all: (number | "lost" | "none")[]): void {
  asked.length = 0;
  globalThis.fetch = (async (address: string) => {
    const next = all.shift() ?? 200;
    if (next !== "none") asked.push(address);
    if (typeof next === "string") throw new TypeError("no network");
    return new Response(JSON.stringify(next < 300 ? {} : { code: "step-closed", message: "This is closed already." }), { status: next });
  }) as typeof fetch;
}
const really = globalThis.fetch;
afterEach(() => { globalThis.fetch = really; });

test("names go 48 hours after the session began; marks that wait do not", async () => {
  const store = await opened();
  await ticked(store);
  assert.equal((await readRegister(store, later(46))).sessions.length, 1);
  const kept = await readRegister(store, later(48));
  assert.deepEqual([kept.sessions.length, kept.marks.length], [0, 2]);
});

test("names go when the session is over and all is sent, and not before", async () => {
  const store = await opened();
  const held = await ticked(store);
  assert.equal((await letGo(store, held)).sessions.length, 1);
  answers();
  assert.equal(await sendMarks(store), "sent");
  assert.equal((await letGo(store, held)).sessions.length, 0);
  assert.equal(await store.read(REGISTER), undefined);
  const ahead = session(later(1));
  await hold(store, ahead);
  assert.equal((await letGo(store, ahead)).sessions.length, 1);
});

test("what is kept is sealed, and gone when the device is wiped", async () => {
  const store = await opened();
  await ticked(store);
  assert.ok(!new TextDecoder().decode(await store.read<Uint8Array>(REGISTER)).includes("p1"));
  await store.wipe();
  assert.deepEqual(await readRegister(store), { sessions: [], marks: [] });
});

test("a mark whose reply was lost is sent again under the same address", async () => {
  const store = await opened();
  await ticked(store);
  answers("lost");
  assert.equal(await sendMarks(store), "offline");
  const [first] = asked;
  answers();
  assert.equal(await sendMarks(store), "sent");
  assert.equal(asked[0], first);
  assert.equal(asked.length, 2);
  assert.deepEqual((await readRegister(store)).sessions[0]!.people.map(({ came }) => came), ["been", "been"]);
});

test("without signal and without a sign-in all of it waits", async () => {
  const store = await opened();
  await ticked(store);
  for (const [answer, went] of [["none", "offline"], [503, "offline"], [429, "offline"], [401, "sign-in"]] as const) {
    answers(answer);
    assert.equal(await sendMarks(store), went);
    assert.equal((await readRegister(store)).marks.length, 2);
  }
});

test("what the service will not take is told until it was read, and the rest goes on", async () => {
  const store = await opened();
  await ticked(store);
  answers(409);
  assert.equal(await sendMarks(store), "sent");
  const [mark] = (await readRegister(store)).marks;
  assert.equal(mark!.refused, "This is closed already.");
  assert.equal(asked.length, 2);
  assert.deepEqual((await forgetMark(store, mark!.id)).marks, []);
});

test("somebody whom the group may not see any more goes from the device", async () => {
  const store = await opened();
  await ticked(store);
  answers(404);
  assert.equal(await sendMarks(store), "sent");
  const kept = await readRegister(store);
  assert.deepEqual([kept.marks, kept.sessions[0]!.people.map(({ prescription }) => prescription)], [[], ["p2"]]);
});
