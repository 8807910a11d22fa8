/** What a worker's device keeps: copies for a working day, and what was written with no signal until it is sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../node/indexeddb.ts";
import "../node/raw-words.ts";
import { NoAnswer, Problem } from "../../pwa/src/shared/api/client.ts";
import { dropOld, IDLE_MS, keepCopy, keepOnly, KEPT_MS, readCopy } from "../../pwa/src/shared/desk/copies.ts";
import { dismiss, enqueue, MOST_WAITING, QueueFull, readQueue, sendAgain, sendQueue } from "../../pwa/src/shared/desk/queue.ts";
import { supportedIn } from "../../pwa/src/page/screens/staff/supported-in.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";

const { faultOf, withWaiting } = await import("../../pwa/src/page/screens/staff/saved-rules.ts");
const { fieldsOf, whatOf } = await import("../../pwa/src/page/screens/staff/refused-fields.ts");

let stores = 0;
const opened = (): Promise<Store> => Store.open(`desk-${++stores}`);
const NOW = new Date("2026-11-22T09:00:00Z");
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

test("a copy is given while somebody is at work, for a working day, and to nobody after that", async () => {
  const store = await opened();
  await keepCopy(store, "/api/caseload", { people: ["Ann"] }, NOW);
  assert.deepEqual(await readCopy(store, "/api/caseload", later(IDLE_MS)), { at: NOW.toISOString(), answer: { people: ["Ann"] } });
  // reading it is being at work; half an hour without anybody is not
  assert.ok(await readCopy(store, "/api/caseload", later(2 * IDLE_MS)));
  assert.equal(await readCopy(store, "/api/caseload", later(3 * IDLE_MS + 1)), null);
  // and a day later it is gone, however busy the day was
  await keepCopy(store, "/api/notices", [], later(KEPT_MS));
  assert.equal(await readCopy(store, "/api/caseload", later(KEPT_MS + 1)), null);
});

test("what rests of a copy is sealed", async () => {
  const store = await opened();
  await keepCopy(store, "/api/people/p1/support", { called: "Margaret" }, NOW);
  const rests = await store.read<Uint8Array>("desk-copy /api/people/p1/support");
  assert.ok(rests && !new TextDecoder().decode(rests).includes("Margaret"));
});

test("who is on the list no more is dropped with the next list, and what is old at the next start", async () => {
  const store = await opened();
  for (const person of ["a", "b"]) await keepCopy(store, `/api/people/${person}/support`, { person }, NOW);
  await keepOnly(store, new Set(["b"]));
  assert.equal(await readCopy(store, "/api/people/a/support", NOW), null);
  assert.ok(await readCopy(store, "/api/people/b/support", NOW));
  await dropOld(store, later(KEPT_MS + 1));
  assert.equal(await store.read("desk-copy /api/people/b/support"), undefined);
});

test("copies are kept of those alone whose support is shared, though others stand on the list", async () => {
  const store = await opened();
  const line = (person: string, supported: boolean) => ({ person, supported }) as Parameters<typeof supportedIn>[0]["people"][number];
  for (const person of ["both", "check-ins", "gone"]) await keepCopy(store, `/api/people/${person}/support`, { person }, NOW);
  await keepOnly(store, supportedIn({ people: [line("both", true), line("check-ins", false)] }));
  assert.ok(await readCopy(store, "/api/people/both/support", NOW));
  for (const person of ["check-ins", "gone"]) assert.equal(await readCopy(store, `/api/people/${person}/support`, NOW), null);
});

test("what was written waits in order, is sent once each, and stays when there is no answer in the middle", async () => {
  const store = await opened();
  for (const name of ["1", "2", "3"]) await enqueue(store, `/api/x/${name}`, { name }, NOW);
  await enqueue(store, "/api/x/2", { name: "2 again" }, NOW);
  const sent: string[] = [];
  const send = async (path: string) => {
    if (path === "/api/x/2") throw new NoAnswer("no signal");
    sent.push(path);
  };
  await sendQueue(store, send);
  assert.deepEqual(sent, ["/api/x/1", "/api/x/3"]);
  assert.deepEqual((await readQueue(store)).map(({ path, body }) => [path, body]), [["/api/x/2", { name: "2 again" }]]);
  await sendQueue(store, async (path) => void sent.push(path));
  assert.deepEqual([sent.at(-1), await readQueue(store)], ["/api/x/2", []]);
});

test("a refusal stays with its reason until it was read, and holds up nothing after it", async () => {
  const store = await opened();
  await enqueue(store, "/api/x/1", {}, NOW);
  await enqueue(store, "/api/x/2", {}, NOW);
  const sent: string[] = [];
  await sendQueue(store, async (path) => {
    if (path.endsWith("1")) throw new Problem(409, "step-closed", "That is closed already.");
    sent.push(path);
  });
  assert.deepEqual(sent, ["/api/x/2"]);
  assert.deepEqual((await readQueue(store)).map(({ refused }) => refused), ["That is closed already."]);
  await sendQueue(store, async () => assert.fail("it is not sent again by itself"));
  await dismiss(store, "/api/x/1");
  assert.deepEqual(await readQueue(store), []);
});

test("what was written anew while the one before was on its way stays, and is sent the next time", async () => {
  const store = await opened();
  for (const outcome of ["received", "refused"]) {
    const path = `/api/tasks/${outcome}`;
    await enqueue(store, path, { words: "as it was" }, NOW);
    await sendQueue(store, async () => {
      await enqueue(store, path, { words: "anew" }, NOW); // within the same millisecond, or by a clock that was set back
      if (outcome === "refused") throw new Problem(409, "step-closed", "That is closed already.");
    });
    const sent: object[] = [];
    assert.deepEqual((await readQueue(store)).map(({ body, refused }) => [body, refused]), [[{ words: "anew" }, undefined]], outcome);
    await sendQueue(store, async (_, body) => void sent.push(body));
    assert.deepEqual([sent, await readQueue(store)], [[{ words: "anew" }], []], outcome);
  }
});

test("what is said later at the same address takes nothing away that waits there: a task, then its tick", async () => {
  const store = await opened();
  await enqueue(store, "/api/tasks/1", { words: "Ring the hall", due_on: "2026-11-30" }, NOW);
  await enqueue(store, "/api/tasks/1", { done: true }, later(1));
  assert.deepEqual((await readQueue(store)).map(({ body }) => body), [{ words: "Ring the hall", due_on: "2026-11-30", done: true }]);
});

test("what was refused is sent again when somebody says so", async () => {
  const store = await opened();
  await enqueue(store, "/api/x/1", { words: "1" }, NOW);
  await sendQueue(store, async () => { throw new Problem(409, "c", "Not now."); });
  await enqueue(store, "/api/x/2", { words: "2" }, later(1));
  await sendAgain(store, "/api/x/2"); // nothing to do for what was not refused
  await sendAgain(store, "/api/x/1");
  const sent: string[] = [];
  await sendQueue(store, async (path) => void sent.push(path));
  assert.deepEqual([sent, await readQueue(store)], [["/api/x/2", "/api/x/1"], []]);
});

const ID = "0197a000-0000-7000-8000-000000000000";

test("what was refused can be read in full: method, minutes, topics and dates too, and no ids", () => {
  const said = (path: string, body: object) => [whatOf({ path, body }), ...fieldsOf({ path, body }).map(({ name, value }) => `${name} ${value}`)];
  assert.deepEqual(
    said(`/api/referrals/${ID}/steps/${ID}`, {
      kind: "contact", at: NOW.toISOString(), method: "phone", minutes: 30, topics: ["people", "money"], others: "A friend or family",
      next_on: "2026-12-01", words: "Misses the choir.", previous: ID, owner: ID,
    }),
    [
      "Phone call, 30 minutes", "How did you speak? Phone", "How many minutes? 30", "What did you talk about? Seeing people, Money",
      "Who else was there with them? A friend or family", "Which day? 1 December 2026", "Words Misses the choir.",
    ],
  );
  assert.deepEqual(said(`/api/people/${ID}/page/${ID}`, { kind: "section", section: "risks", none: true }), ["Risks", "Words No known risks"]);
  assert.deepEqual(said(`/api/tasks/${ID}`, { person: ID, due_on: "2026-11-30", words: "Ring", done: false }), ["Add a task", "By when? 30 November 2026", "Words Ring"]);
  assert.deepEqual(said(`/api/prescriptions/${ID}/steps/${ID}`, { kind: "book", start: "2026-12-01T10:30:00Z", meets: "Jo" }), [
    "First visit booked", "Day and time Tuesday 1 December, 10:30am", "Who meets them? Jo",
  ]);
  assert.deepEqual(said(`/api/prescriptions/${ID}`, { person: ID, kind: "topic", thing: "pacing", name: "Pacing", why: "You asked." }), [
    "Something to read", "What is it called? Pacing", "Reason You asked.",
  ]);
  assert.deepEqual(said(`/api/referrals/${ID}`, { person: ID, source: "advisor", details: { agreed: "asked", referrer: "Sam", reason: "Company" } }), [
    "Begin support", "Agreed They were asked, and said yes", "Referred by Sam", "Reason Company",
  ]);
  // and what this app has no question for is not hidden
  assert.deepEqual(said(`/api/referrals/${ID}/steps/${ID}`, { kind: "note", something_new: "Read me" }), ["Note", "Words Read me"]);
});

test("a sign-in that ran out and a busy service lose nothing", async () => {
  const store = await opened();
  await enqueue(store, "/api/x/1", {}, NOW);
  for (const status of [401, 403, 429, 500, 503]) {
    await sendQueue(store, async () => { throw new Problem(status, "c", ""); });
    assert.equal((await readQueue(store)).length, 1, String(status));
  }
});

test("a full queue says so and keeps what it has", async () => {
  const store = await opened();
  await enqueue(store, "/api/x/0", {}, NOW);
  const kept = (await readQueue(store))[0]!;
  const many = Array.from({ length: MOST_WAITING }, (_, number) => ({ ...kept, path: `/api/x/${number}` }));
  const { sealed } = await import("../../pwa/src/shared/store/meta.ts");
  await store.write("desk-queue", await sealed(store, "desk-queue", many));
  await assert.rejects(enqueue(store, "/api/x/new", {}, NOW), QueueFull);
  assert.equal((await readQueue(store)).length, MOST_WAITING);
});

const LATE = { name: "Late", filter: "overdue", column: "order", up: true } as const;
const waits = (id: string, view: object | null, refused?: string) =>
  ({ path: `/api/caseload/views/${id}`, body: { view }, written_at: NOW.toISOString(), ...(refused && { refused }) });

test("saved lists are those of the service with what waits here to be sent to it", () => {
  const kept = [{ ...LATE, id: "a" }, { ...LATE, id: "b", name: "Mine" }];
  const now = withWaiting(kept, [waits("a", { ...LATE, up: false }), waits("b", null), waits("c", { ...LATE, name: "New" }), waits("d", LATE, "Delete one first.")]);
  assert.deepEqual(now.map(({ id, name, up }) => [id, name, up]), [["a", "Late", false], ["c", "New", true]]);
  assert.equal(kept.length, 2);
});

test("a saved list has a name of its own, and there are twenty at most", () => {
  assert.equal(faultOf("", []), "views-needs-name");
  assert.equal(faultOf("LATE", [{ ...LATE, id: "a" }]), "views-same");
  const many = Array.from({ length: 20 }, (_, at) => ({ ...LATE, id: String(at), name: `List ${at}` }));
  assert.equal(faultOf("Late", many), "views-many");
  assert.equal(faultOf("Late", many.slice(1)), null);
});

test("a saved list that was refused is told by its name, and not by what it is made of", () => {
  assert.equal(whatOf(waits("a", LATE)), "Saved lists");
  assert.deepEqual(fieldsOf(waits("a", LATE)).map(({ value }) => value), ["Late"]);
});
