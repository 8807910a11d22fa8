import assert from "node:assert/strict";
import { test } from "node:test";
import { READY_SECONDS, STAND_SECONDS, standClock } from "../../pwa/src/shared/rules/stand-timer.ts";

const READY_MS = READY_SECONDS * 1000;
const END_MS = READY_MS + STAND_SECONDS * 1000;

test("the chair stand takes 30 seconds, after 5 to get ready", () => assert.deepEqual([READY_SECONDS, STAND_SECONDS], [5, 30]));

for (const [says, elapsed, expected] of [
  ["5 seconds to get ready", 0, { part: "ready", left: 5, of: 5 }],
  ["a clock that was put back is at the start", -4000, { part: "ready", left: 5, of: 5 }],
  ["the last of them", READY_MS - 1, { part: "ready", left: 1, of: 5 }],
  ["30 seconds begin", READY_MS, { part: "go", left: 30, of: 30 }],
  ["half of them", READY_MS + 15_000, { part: "go", left: 15, of: 30 }],
  ["the last of them", END_MS - 1, { part: "go", left: 1, of: 30 }],
  ["time is up", END_MS, { part: "over", left: 0, of: 0 }],
  ["a page that slept finds it over", END_MS + 3_600_000, { part: "over", left: 0, of: 0 }],
] as const) {
  test(`chair stand: ${says}, after ${elapsed} ms`, () => assert.deepEqual(standClock(elapsed), expected));
}

test("every second is shown, none twice in a row, none skipped", () => {
  const seen: number[] = [];
  for (let elapsed = READY_MS; elapsed < END_MS; elapsed += 100) {
    const { left } = standClock(elapsed);
    if (seen.at(-1) !== left) seen.push(left);
  }
  assert.deepEqual(seen, Array.from({ length: STAND_SECONDS }, (_, index) => STAND_SECONDS - index));
});
