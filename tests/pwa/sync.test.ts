import assert from "node:assert/strict";
import { test } from "node:test";
import { writeHere } from "../../pwa/src/shared/store/rows.ts";
import { countUnsent } from "./outbox.ts";
import { encode } from "../../pwa/src/shared/store/codec.ts";
import { held } from "../../pwa/src/shared/sync/held.ts";
import { readMe, writeMe } from "../../pwa/src/shared/store/meta.ts";
import { uuid7 } from "../../pwa/src/shared/ids.ts";
import { Phone, PERSON, pain } from "./phone.ts";
import { FakeServer } from "./server.ts";

test("an entry written with no signal is on the phone, then received, once", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const entry = await phone.record.save("pain", pain(7));
  assert.equal(entry.state, "on-phone");
  server.faults = ["drop-request"];
  assert.equal((await phone.sync()).outcome, "offline");
  assert.deepEqual(phone.record.unsent(), { waiting: 1, refused: 0 });
  assert.deepEqual(await phone.sync(), { sent: 1, received: 0, refused: 0, outcome: "done", wait_seconds: null });
  assert.equal(phone.record.entry(entry.id)!.state, "received");
  assert.ok(phone.record.entry(entry.id)!.received_at);
  assert.equal(await countUnsent(phone.store), 0);
  assert.equal(server.rows.length, 1);
  assert.equal(server.requests.length, 1);
});

for (const fault of ["drop-response", "duplicate", "cut"] as const) {
  test(`a ${fault} makes no second copy and loses nothing`, async () => {
    const server = new FakeServer();
    const phone = await Phone.joined(server);
    await phone.record.save("pain", pain(7));
    server.faults = [fault];
    await phone.sync();
    await phone.sync();
    assert.equal(server.rows.length, 1);
    assert.equal(phone.record.entries("pain")[0]!.state, "received");
    assert.equal(await countUnsent(phone.store), 0);
  });
}

test("an answer to a suggestion waits while it can be taken back, and holds up nothing else", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const prescription = uuid7();
  held.answers = true;
  const no = await phone.record.save("answer", { prescription, answer: "no" });
  await phone.record.save("pain", pain(7));
  assert.deepEqual((await phone.sync()).sent, 1);
  assert.deepEqual(server.rows.map(({ kind }) => kind), ["pain"]);
  assert.equal(phone.record.entry(no.id)!.state, "on-phone");
  await phone.record.remove(no.id);
  held.answers = false;
  assert.deepEqual((await phone.sync()).sent, 2);
  assert.equal(await countUnsent(phone.store), 0);
  assert.equal(server.requests.at(-1)!.subjects[0]!.entries.length, 2, "what was said and that it was taken back go together");
});

test("an answer that stops half-way is given up, and tried again", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(7));
  server.faults = [new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }))];
  assert.equal((await phone.sync()).outcome, "offline");
  assert.equal((await phone.sync()).outcome, "done");
});

test("a year goes up in 3 requests and comes down in 1", async () => {
  const server = new FakeServer();
  const [phone, other] = [await Phone.joined(server), await Phone.joined(server)];
  const key = await phone.store.keys.get();
  const rows = await Promise.all(Array.from({ length: 1_095 }, async (_, index) => {
    const version = { id: uuid7(), kind: "pain", at: "2026-01-01T08:00:00+00:00", zone: "Europe/London", body: pain(index % 11) };
    return { subject: PERSON, id: version.id, number: null, received_at: null, refused: null, blob: await encode(key.key, PERSON, version) };
  }));
  await writeHere(phone.store, key, rows);
  assert.equal((await phone.sync()).sent, 1_095);
  assert.equal(server.requests.length, 3);
  assert.equal((await other.sync()).received, 1_095);
  assert.equal(server.requests.length, 4);
  assert.deepEqual(other.record.entries("pain").length, 1_095);
  await other.restart();
  assert.deepEqual(other.record.entries("pain").length, 1_095);
});

test("pages are pulled until there are no more", async () => {
  const server = new FakeServer();
  server.page = 3;
  const [phone, other] = [await Phone.joined(server), await Phone.joined(server)];
  for (let score = 0; score <= 10; score++) await phone.record.save("pain", pain(score));
  await phone.sync();
  assert.equal((await other.sync()).received, 11);
});

test("a refused entry stays with its reason and does not hold up the others", async () => {
  const server = new FakeServer();
  server.refuse = (version) => ((version.body as { score: number }).score > 10 ? "Pain is a number from 0 to 10." : undefined);
  const phone = await Phone.joined(server);
  const good = await phone.record.save("pain", pain(4));
  const bad = await phone.record.save("pain", pain(11));
  const after = await phone.record.save("pain", pain(5));
  assert.deepEqual(await phone.sync(), { sent: 2, received: 0, refused: 1, outcome: "done", wait_seconds: null });
  const state = (id: string) => phone.record.entry(id)!.state;
  assert.deepEqual([state(good.id), state(bad.id), state(after.id)], ["received", "refused", "received"]);
  assert.equal(phone.record.entry(bad.id)!.refused!.message, "Pain is a number from 0 to 10.");
  await phone.restart();
  assert.deepEqual(phone.record.unsent(), { waiting: 0, refused: 1 });
  assert.equal((await phone.sync()).refused, 0);
  server.refuse = () => undefined;
  await phone.record.tryAgain(bad.id);
  assert.equal((await phone.sync()).sent, 1);
  assert.equal(phone.record.entry(bad.id)!.state, "received");
});

test("a server restored from a backup gets everything again, also what it had numbered", async () => {
  const server = new FakeServer();
  const [phone, other] = [await Phone.joined(server), await Phone.joined(server)];
  const first = await phone.record.save("pain", pain(1));
  await phone.sync();
  await other.sync();
  await phone.record.save("pain", pain(2), { entry: first.id });
  await other.record.save("pain", pain(3));
  await phone.sync();
  await other.sync();
  server.restore(1);
  await phone.record.save("pain", pain(4), { entry: first.id });
  for (const device of [phone, other, phone]) assert.equal((await device.sync()).outcome, "done");
  assert.equal(server.rows.length, 4);
  assert.deepEqual(phone.scores().sort(), [3, 4]);
  assert.deepEqual(other.scores().sort(), [3, 4]);
  assert.equal(await countUnsent(phone.store), 0);
});

test("what an old server had numbered is not shown as received until the restored one has it", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  await phone.sync();
  server.restore(0);
  server.faults = ["none", "drop-request"];
  assert.equal((await phone.sync()).outcome, "offline");
  assert.equal(phone.record.entries("pain")[0]!.state, "on-phone");
  await phone.sync();
  assert.equal(phone.record.entries("pain")[0]!.state, "received");
});

test("a server that asks for everything for ever is left for later", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  await phone.sync();
  server.restore(1);
  server.meanwhile = async () => void (server.epoch += "'");
  assert.equal((await phone.sync()).outcome, "later");
});

test("a changed grant means pulling from the start", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  await phone.sync();
  server.grant = 2;
  assert.equal((await phone.sync()).outcome, "done");
  assert.equal(server.rows.length, 1);
});

test("an erased record is wiped from the phone, sent or not", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  await phone.sync();
  await phone.record.save("pain", pain(2));
  server.erased.add(PERSON);
  assert.equal((await phone.sync()).outcome, "erased");
  assert.deepEqual(phone.scores(), []);
  assert.equal((await phone.sync()).outcome, "nobody");
  await phone.restart();
  assert.deepEqual(phone.record.all(), []);
});

test("a phone that was signed out from another one forgets what it holds, and says why", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  server.faults = [Response.json({ status: 410, code: "revoked", message: "m" }, { status: 410 })];
  assert.equal((await phone.sync()).outcome, "revoked");
  assert.deepEqual(phone.scores(), []);
  assert.equal((await phone.sync()).outcome, "nobody");
});

const erased = () => Response.json({ status: 410, code: "erased", message: "m" }, { status: 410 });

test("only the server's own word for the phone's own person clears it, not a proxy's 410", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  for (const page of [new Response("<html>Gone", { status: 410 }), Response.json({ code: "gone" }, { status: 410 })]) {
    server.faults = [page];
    assert.equal((await phone.sync()).outcome, "later");
  }
  assert.deepEqual(phone.record.unsent(), { waiting: 1, refused: 0 });
});

test("a late word that one person's record was erased leaves the next person's alone", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const me = (await readMe(phone.store))!;
  const late: typeof fetch = async () => {
    await phone.store.wipe();
    await writeMe(phone.store, { ...me, person: "person-2" });
    return erased();
  };
  assert.equal((await phone.sync({ fetch: late })).outcome, "later");
  assert.equal((await readMe(phone.store))?.person, "person-2");
});

test("signed in as somebody else, a phone keeps its whole outbox and marks nothing refused", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const entry = await phone.record.save("pain", pain(1));
  await phone.record.save("pain", pain(2));
  server.person = "person-2";
  assert.equal((await phone.sync()).outcome, "signed-out");
  assert.deepEqual(phone.record.unsent(), { waiting: 2, refused: 0 });
  assert.equal(await countUnsent(phone.store), 2);
  server.person = PERSON;
  assert.equal((await phone.sync()).sent, 2);
  assert.equal(phone.record.entry(entry.id)!.state, "received");
});

test("what only an older server did not know is sent by the next build of the app, or a day later", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const entry = await phone.record.save("pain", pain(1));
  const state = () => phone.record.entry(entry.id)!.state;
  server.refuse = () => "newer";
  server.code = "unknown-kind";
  const at = (hours: number) => () => new Date(Date.parse("2026-11-21T08:00:00Z") + hours * 3_600_000);
  await phone.sync({ build: "one", now: at(0) });
  assert.equal(state(), "refused");
  assert.equal((await phone.sync({ build: "one", now: at(23) })).refused, 0, "not tried again the same day");
  assert.equal((await phone.sync({ build: "two", now: at(23) })).refused, 1, "tried by another build");
  server.code = "bad-value";
  assert.equal((await phone.sync({ build: "two", now: at(48) })).refused, 1, "tried a day later");
  server.refuse = () => undefined;
  assert.equal((await phone.sync({ build: "three", now: at(49) })).sent, 0, "what cannot become right is not tried again");
  assert.equal(state(), "refused");
});

test("what an older server did not know is received once the server is newer", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const entry = await phone.record.save("pain", pain(1));
  server.refuse = () => "newer";
  server.code = "unknown-field";
  await phone.sync({ build: "one" });
  server.refuse = () => undefined;
  await phone.sync({ build: "two" });
  assert.equal(phone.record.entry(entry.id)!.state, "received");
});

test("410 wipes; 401 keeps unsent entries; 429 says how long to wait", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  const problem = (status: number, headers = {}) => Response.json({ status, code: "c", message: "m" }, { status, headers });
  server.faults = [problem(401)];
  assert.equal((await phone.sync()).outcome, "signed-out");
  server.faults = [problem(429, { "Retry-After": "7" })];
  assert.equal((await phone.sync()).wait_seconds, 7);
  server.faults = [new Response("<html>", { status: 503 })];
  assert.equal((await phone.sync()).outcome, "later");
  server.faults = [new Response("<html>a log-in page</html>")];
  assert.equal((await phone.sync()).outcome, "offline");
  assert.deepEqual(phone.record.unsent(), { waiting: 1, refused: 0 });
  server.faults = [erased()];
  assert.equal((await phone.sync()).outcome, "erased");
  assert.deepEqual(phone.record.all(), []);
});

test("too big a request is halved; one version that is too big is refused and the rest goes", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  for (let score = 0; score < 4; score++) await phone.record.save("pain", pain(score));
  const tooBig = () => Response.json({ status: 413, code: "too-big", message: "This is too long." }, { status: 413 });
  server.faults = [tooBig(), tooBig(), tooBig()];
  const { outcome } = await phone.sync();
  assert.equal(outcome, "done");
  assert.deepEqual(phone.record.unsent(), { waiting: 0, refused: 1 });
  assert.equal(server.rows.length, 3);
});

test("a reason that the server gave no words for has a code for the page to put in words", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const entry = await phone.record.save("pain", pain(1));
  server.faults = [new Response("<html>", { status: 413, statusText: "Payload Too Large" })];
  await phone.sync();
  assert.deepEqual(phone.record.entry(entry.id)!.refused, { code: "too-big", message: "" });
});

test("long notes are split over requests of at most 2 MB", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  const note = "é".repeat(4_000);
  await Promise.all(Array.from({ length: 300 }, () => phone.record.save("pain", { ...pain(1), note })));
  assert.equal((await phone.sync()).sent, 300);
  assert.equal(server.requests.length, 2);
});

test("two syncers at once leave nothing twice", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  for (let score = 0; score <= 10; score++) await phone.record.save("pain", pain(score));
  await Promise.all([phone.sync(), phone.sync(), phone.sync()]);
  assert.equal(server.rows.length, 11);
  assert.equal(await countUnsent(phone.store), 0);
  assert.deepEqual(phone.record.unsent(), { waiting: 0, refused: 0 });
});

test("an entry written while a request is under way goes in the next", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  server.meanwhile = async () => { server.meanwhile = undefined; await phone.record.save("pain", pain(2)); };
  await phone.sync();
  assert.deepEqual(phone.record.unsent(), { waiting: 1, refused: 0 });
  await phone.sync();
  assert.equal(server.rows.length, 2);
});

test("an answer that comes after signing out is thrown away", async () => {
  const server = new FakeServer();
  const [phone, other] = [await Phone.joined(server), await Phone.joined(server)];
  await other.record.save("pain", pain(9));
  await other.sync();
  server.meanwhile = () => phone.store.wipe();
  await phone.sync();
  await phone.restart();
  assert.deepEqual(phone.record.all(), []);
});

test("two phones that correct one entry keep both, and show the same one", async () => {
  const server = new FakeServer();
  const [phone, other] = [await Phone.joined(server), await Phone.joined(server)];
  const entry = await phone.record.save("pain", pain(7));
  await phone.sync();
  await other.sync();
  await phone.record.save("pain", pain(6), { entry: entry.id });
  await other.record.save("pain", pain(3), { entry: entry.id });
  await phone.sync();
  await other.sync();
  await phone.sync();
  assert.deepEqual([phone.scores(), other.scores()], [[3], [3]]);
  assert.equal(phone.record.entry(entry.id)!.also[0]!.number, 2);
  assert.equal(other.record.entry(entry.id)!.versions.length, 3);
});
