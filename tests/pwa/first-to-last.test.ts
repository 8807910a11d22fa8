// Where the dots of the small picture stand: high enough apart to be seen, and never off the picture.
import assert from "node:assert/strict";
import { test } from "node:test";
import { questionnaireOf } from "../node/questionnaires.ts";
import { firstToLastLayout } from "../../pwa/src/page/screens/checkin/first-to-last.ts";

const EM = 19;
const minutes = questionnaireOf("activity-minutes").scores[0]!;
const drawn = (values: (number | null)[], score = minutes) => firstToLastLayout(values, score, 320, EM);

test("minutes end at what the guidelines ask for, or at the highest there is", () => {
  assert.deepEqual([[40, 100], [0, 0], [40, 420]].map((values) => drawn(values).most), [150, 150, 420]);
  const [first, last] = drawn([40, 100]).places;
  assert.ok(first!.y - last!.y > EM, "40 and 100 minutes are seen apart");
});

test("a scale keeps its end, whatever the values are, and a gap is a gap", () => {
  const layout = drawn([2, null, 3], questionnaireOf("pain-nrs").scores[0]!);
  assert.deepEqual([layout.most, layout.places[1], layout.line.length], [10, null, 2]);
});

test("no dot is off the picture", () => {
  for (const score of [minutes, { ...minutes, how: "entered" as const, max: null, bands: [] }]) {
    for (const values of [[0, 12_600], [0], [1, 0, 7]]) {
      const { places, top, base, left } = drawn(values, score);
      for (const place of places) assert.ok(place!.y >= top && place!.y <= base && place!.x > left && place!.x < 320);
    }
  }
});
