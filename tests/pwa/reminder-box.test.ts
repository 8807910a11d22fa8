import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../node/indexeddb.ts";
import { allDone, countDone, emptyBox, keepDone, keepSaid, keepTapped, MOST_KEYS, pressDone, saidHere, takeTapped } from "../../pwa/src/shared/reminders/box.ts";
import { passSaidOn, say, sayShown } from "../../pwa/src/shared/reminders/said.ts";

const DAY = 86_400_000;

beforeEach(emptyBox);

test("a telling is done when all that it tells of is done, and never when it tells of nothing", async () => {
  await keepDone(["a", "b"]);
  assert.equal(await allDone(["a", "b"]), true);
  assert.equal(await allDone(["a", "c"]), false);
  assert.equal(await allDone([]), false, "news is never done");
});

test("what the diary says replaces what it said; what was pressed stays for three days", async () => {
  const now = Date.now();
  await keepDone(["a"], now);
  await pressDone(["p"], now);
  await keepDone(["b"], now + DAY);
  assert.deepEqual([await allDone(["a"]), await allDone(["b"]), await allDone(["p"])], [false, true, true]);
  await keepDone(["b"], now + 4 * DAY);
  assert.equal(await allDone(["p"]), false);
});

test("no more keys are kept than there is room for, and what was pressed comes first", async () => {
  await pressDone(["p"]);
  await keepDone(Array.from({ length: MOST_KEYS + 50 }, (_, number) => `k${number}`));
  assert.equal(await countDone(), MOST_KEYS);
  assert.equal(await allDone(["p"]), true);
});

test("what was tapped is told once", async () => {
  const kept = { to: "/plan", token: "t", keys: ["a"], says: ["later" as const] };
  await keepTapped(kept, 5);
  assert.deepEqual(await takeTapped(), { ...kept, at: 5 });
  assert.equal(await takeTapped(), null);
});

const at = () => new Date().toISOString();
const answering = (...statuses: (number | "no signal")[]) => {
  const asked: { url: string; body: { token: string; said: string }; credentials: unknown }[] = [];
  const ask = (async (url: string, { body, credentials }: RequestInit) => {
    const status = statuses.shift() ?? 204;
    asked.push({ url, body: JSON.parse(String(body)) as { token: string; said: string }, credentials });
    if (status === "no signal") throw new TypeError("fetch failed");
    return new Response(null, { status });
  }) as typeof fetch;
  return { ask, asked };
};

test("an answer is passed on by its token alone, with no sign-in", async () => {
  const { ask, asked } = answering(204);
  await say({ token: "t", said: "done", at: at() }, ask);
  assert.equal(asked[0]!.url, "/api/reminders/said");
  assert.equal(asked[0]!.credentials, "omit");
  assert.deepEqual([asked[0]!.body.token, asked[0]!.body.said], ["t", "done"]);
  assert.deepEqual(await saidHere(), []);
});

test("without a signal answers wait, and go in their order once there is one", async () => {
  const { ask, asked } = answering("no signal", "no signal");
  await assert.rejects(say({ token: "one", said: "done", at: at() }, ask));
  await assert.rejects(say({ token: "two", said: "later", at: at() }, ask));
  assert.equal((await saidHere()).length, 2);
  asked.length = 0;
  await passSaidOn(ask);
  assert.deepEqual(asked.map(({ body }) => body.token), ["one", "two"]);
  assert.deepEqual(await saidHere(), []);
});

test("a service that is busy is asked again; what it will never take is given up", async () => {
  await keepSaid({ token: "one", said: "done", at: at() });
  for (const status of [429, 500, 503]) await assert.rejects(passSaidOn(answering(status).ask));
  assert.equal((await saidHere()).length, 1);
  await passSaidOn(answering(422).ask);
  assert.deepEqual(await saidHere(), []);
});

test("answers of more than a week ago, and more than a hundred of them, are given up", async () => {
  await keepSaid({ token: "old", said: "done", at: new Date(Date.now() - 8 * DAY).toISOString() });
  assert.deepEqual(await saidHere(), []);
  for (let number = 0; number < 105; number++) await keepSaid({ token: String(number), said: "done", at: at() });
  const waiting = await saidHere();
  assert.deepEqual([waiting.length, waiting[0]![1].token], [100, "5"]);
});

test("that something was shown is said once, and nobody minds when it cannot be", async () => {
  await sayShown("t", answering("no signal").ask);
  assert.deepEqual(await saidHere(), []);
});

test("nothing of whoever was here stays", async () => {
  await keepDone(["a"]);
  await keepSaid({ token: "t", said: "done", at: at() });
  await keepTapped("/plan");
  await emptyBox();
  assert.deepEqual([await countDone(), await saidHere(), await takeTapped()], [0, [], null]);
});
