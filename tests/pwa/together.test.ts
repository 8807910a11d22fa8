/** Pins of a map: nothing is lost, nothing lies over anything else, and the nearest gives the place. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { together } from "../../pwa/src/shared/listings/together.ts";

type Spot = [name: string, x: number, y: number];

const pinsOf = (spots: Spot[], apart = 48) => together(spots, ([, x, y]) => ({ x, y }), apart);
const names = (spots: Spot[]) => pinsOf(spots).map(({ things }) => things.map(([name]) => name).join(""));

test("what is in one place is one pin, and what is far enough away another", () => {
  assert.deepEqual(names([["a", 10, 10], ["b", 10, 10], ["c", 57, 57], ["d", 58, 10]]), ["abc", "d"]);
  assert.deepEqual(names([]), []);
});

test("a pin stands where the first that was found is", () => {
  const [{ x, y }] = pinsOf([["a", 10, 20], ["b", 40, 50]]) as [{ x: number; y: number }];
  assert.deepEqual([x, y], [10, 20]);
});

test("of many, all are there once, and no two pins touch", () => {
  const spots = Array.from({ length: 600 }, (_, n): Spot => [String(n), (n * 7919) % 360, (n * 104729) % 444]);
  const pins = pinsOf(spots);
  assert.deepEqual(pins.flatMap(({ things }) => things.map(([name]) => name)).toSorted(), spots.map(([name]) => name).toSorted());
  for (const [at, a] of pins.entries()) {
    for (const b of pins.slice(at + 1)) assert.ok(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) >= 48);
  }
});
