import assert from "node:assert/strict";
import { test } from "node:test";
import { backoffMs, delayMs } from "../../pwa/src/shared/sync/backoff.ts";
import type { Schedule, Status } from "../../pwa/src/shared/sync/schedule.ts";
import { startSync } from "../../pwa/src/shared/sync/schedule.ts";
import { inTurn } from "../../pwa/src/shared/sync/turn.ts";
import { Phone, pain } from "./phone.ts";
import { FakeServer } from "./server.ts";

function settled(schedule: Schedule): Promise<Status> {
  return new Promise((resolve) => {
    const stop = schedule.onStatus((status) => {
      if (status.running) return;
      stop();
      resolve(status);
    });
  });
}

test("syncs at the start, after a write, and when told of an event", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  const schedule = startSync({ store: phone.store, fetch: server.for("a") });
  assert.equal((await settled(schedule)).outcome, "done");
  assert.equal(server.rows.length, 1);
  await phone.record.save("pain", pain(2));
  await settled(schedule);
  assert.equal(server.rows.length, 2);
  const page = new EventTarget();
  schedule.hear(page, "online");
  page.dispatchEvent(new Event("online"));
  await settled(schedule);
  assert.equal(server.requests.length, 3);
  schedule.stop();
});

test("a failure is tried again by itself until it is well", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  server.faults = ["drop-request", "drop-response"];
  const schedule = startSync({ store: phone.store, fetch: server.for("a") });
  const outcomes = [];
  while (outcomes.at(-1) !== "done") outcomes.push((await settled(schedule)).outcome);
  schedule.stop();
  assert.deepEqual(outcomes, ["offline", "offline", "done"]);
  assert.equal(server.rows.length, 1);
});

test("while a server asks for patience, not even a write goes there", async () => {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  server.faults = [Response.json({ code: "slow", message: "m" }, { status: 429, headers: { "Retry-After": "3600" } })];
  const schedule = startSync({ store: phone.store, fetch: server.for("a") });
  await settled(schedule);
  await phone.record.save("pain", pain(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  schedule.stop();
  assert.equal(server.requests.length, 0);
});

test("of two tabs one syncs; the other waits its turn", async () => {
  const phone = await Phone.joined(new FakeServer());
  const first = inTurn(phone.store, Date.now, () => new Promise((resolve) => setTimeout(resolve, 50, "mine")));
  assert.equal(await inTurn(phone.store, Date.now, async () => "mine too"), null);
  assert.equal(await first, "mine");
  assert.equal(await inTurn(phone.store, Date.now, async () => "mine now"), "mine now");
});

test("waits grow to twelve seconds, with full jitter, and never end", () => {
  assert.deepEqual([1, 2, 3, 4, 5, 1_000].map((failures) => backoffMs(failures, 1)), [2_000, 4_000, 8_000, 12_000, 12_000, 12_000]);
  assert.equal(backoffMs(9, 0), 500);
  assert.equal(delayMs("later", 1, 60, 0), 60_500);
  assert.equal(delayMs("signed-out", 1, null), null);
  assert.ok(delayMs("done", 0, null)! >= 300_000);
});
