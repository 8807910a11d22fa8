import assert from "node:assert/strict";
import { test } from "node:test";
import { Record } from "../../pwa/src/shared/record/record.ts";
import { keepHelped, readHelped, readNames, readSeen } from "../../pwa/src/shared/store/others.ts";
import { unsentForOthers } from "../../pwa/src/shared/store/elsewhere.ts";
import type { Answer, Request } from "../../pwa/src/shared/sync/protocol.ts";
import { CLOCK, PERSON, pain, Phone } from "./phone.ts";
import { FakeServer } from "./server.ts";

const ROSE = "rose";
const helped = { subject: ROSE, called: "Rose", scopes: ["pain"], may_write: true };

/** A carer's phone, and two servers behind one address: one for the carer's own record, one for Rose's. */
async function helping() {
  const [own, hers] = [new FakeServer(), new FakeServer()];
  hers.person = ROSE;
  const phone = await Phone.joined(own);
  await keepHelped(phone.store, [helped]);
  const rose = await Record.open(phone.store, ROSE, CLOCK);
  const both: typeof fetch = async (url, options) => {
    const [mine, theirs] = await Promise.all([own, hers].map(async (server) =>
      (await (await server.for("d")(url, options)).json()) as Answer));
    theirs!.subjects.forEach((down) => { down.withdrawn &&= down.subject === ROSE; });
    const of = (answer: Answer, subject: string) => answer.subjects.filter((down) => down.subject === subject);
    return Response.json({ ...mine!, subjects: [...of(mine!, PERSON), ...of(theirs!, ROSE)] });
  };
  const sync = async () => {
    const synced = await phone.sync({ fetch: both });
    await rose.settled();
    return synced;
  };
  return { phone, own, hers, rose, sync };
}

const written = (server: FakeServer, score: number) => server.rows.push({
  id: `row-${server.rows.length}`, number: server.rows.length + 1, kind: "pain", at: "2026-11-20T08:00:00+00:00",
  zone: "Europe/London", by: ROSE, device: "r", received_at: "2026-11-20T08:00:01Z", body: pain(score),
});
const scores = (record: Record) => record.entries("pain").map((entry) => entry.body.score).sort();

test("a helper's phone asks after both people in one request, and keeps them apart", async () => {
  const { phone, hers, own, rose, sync } = await helping();
  written(hers, 5);
  await phone.record.save("pain", pain(1));
  const mine = await rose.save("pain", pain(8), { how: "carer" });
  assert.deepEqual(await unsentForOthers(phone.store, PERSON), { waiting: 1, refused: 0 });
  assert.equal((await sync()).outcome, "done");
  assert.deepEqual([scores(rose), phone.scores()], [[5, 8], [1]]);
  assert.equal(rose.entry(mine.id)!.state, "received");
  assert.deepEqual(own.requests[0]!.subjects.map((up: Request["subjects"][number]) => up.subject).sort(), [PERSON, ROSE]);
  assert.equal(hers.rows.at(-1)!.how, "carer");
  assert.deepEqual(await unsentForOthers(phone.store, PERSON), { waiting: 0, refused: 0 });
});

test("a share that ends takes all of that person off the phone, and nothing else", async () => {
  const { phone, hers, rose, sync } = await helping();
  written(hers, 5);
  await phone.record.save("pain", pain(1));
  await sync();
  hers.person = "nobody"; // now everything of Rose is withdrawn
  await rose.save("pain", pain(9), { how: "carer" });
  assert.equal((await sync()).outcome, "done");
  assert.deepEqual([scores(rose), phone.scores()], [[], [1]]);
  assert.deepEqual(await readHelped(phone.store), []);
  assert.deepEqual(await unsentForOthers(phone.store, PERSON), { waiting: 0, refused: 0 });
  await sync();
  assert.deepEqual(hers.requests.at(-1)!.subjects.map((up) => up.subject), [PERSON], "she is asked after no more");
});

test("when something else is shared the diary is fetched anew, and nothing of hers is sent back", async () => {
  const { hers, rose, sync } = await helping();
  written(hers, 5);
  written(hers, 6);
  await sync();
  hers.grant = 2;
  hers.rows.shift();
  hers.rows[0]!.number = 1;
  await sync();
  assert.deepEqual(scores(rose), [6], "what is shared no more is gone");
  assert.deepEqual(hers.requests.flatMap((request) => request.subjects.flatMap((up) => up.entries)), []);
});

test("what waits for her is sent after all when something else is shared", async () => {
  const { hers, rose, sync } = await helping();
  written(hers, 5);
  await sync();
  hers.grant = 2;
  await rose.save("pain", pain(7), { how: "carer" });
  await sync();
  assert.deepEqual(scores(rose), [5, 7]);
  assert.equal(hers.rows.length, 2);
});

test("a server that takes the phone for somebody else's drops nothing", async () => {
  const { phone, own, sync } = await helping();
  await phone.record.save("pain", pain(1));
  await sync();
  own.person = "somebody-else";
  assert.equal((await sync()).outcome, "signed-out");
  assert.deepEqual(phone.scores(), [1]);
});

test("who looked and what they are called is kept", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  server.seen = [{ by: "sam", number: 3, at: "2026-11-20T08:00:00Z" }];
  server.names = { sam: "Sam" };
  await phone.sync();
  server.names = { ann: "Ann" };
  await phone.sync();
  assert.deepEqual(await readSeen(phone.store), server.seen);
  assert.deepEqual(await readNames(phone.store), { sam: "Sam", ann: "Ann" });
});
