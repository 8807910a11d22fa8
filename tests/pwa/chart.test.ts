/** The chart's words stand where their column is, and none runs off the picture. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chartLayout, labelX, xOf, yOf } from "../../pwa/src/page/components/ChartLayout.ts";

const EM = 19;
const LONGEST = "28 September".length;

test("a day is written under the middle of its own column where there is room", () => {
  const layout = chartLayout(700, EM, 9);
  assert.equal(labelX(layout, 4, LONGEST, EM), xOf(layout, 4));
});

test("the first and the last day stay on the chart, on every width and letter size", () => {
  for (const width of [288, 328, 708]) {
    for (const em of [EM, 2 * EM]) {
      for (const columns of [4, 9, 12, 52]) {
        const layout = chartLayout(width, em, columns);
        const half = LONGEST * 0.8 * 0.65 * em / 2; // letters are 0.8 em high; no usual face is wider than 0.65 of that
        for (const column of [0, columns - 1]) {
          const x = labelX(layout, column, LONGEST, em);
          assert.ok(x - half >= 0 && x + half <= width, `${width} wide, ${columns} columns of ${em}: ${x}`);
        }
      }
    }
  }
});

test("two days that do not fit beside each other are written below each other", () => {
  assert.equal(chartLayout(328, EM, 9).dayStep, 0);
  const big = chartLayout(288, 2 * EM, 9);
  assert.ok(big.dayStep >= 0.8 * 2 * EM && big.barHeight > big.dayBottom + big.dayStep);
});

test("the scale of the exercise bars has room for its numbers, apart from the pain above", () => {
  const layout = chartLayout(328, EM, 9);
  assert.ok(layout.barTop >= EM * 0.4 && layout.barBottom - layout.barTop > EM && layout.dayBottom > layout.barBottom);
  assert.equal(yOf(layout, 0), layout.painBottom);
});
