import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesFrom } from "./entries.ts";
import { questionnaireOf } from "../node/questionnaires.ts";
import type { Questionnaires } from "../../pwa/src/shared/content/questionnaire-types.ts";
import { scoredSince } from "../../pwa/src/shared/rules/score-series.ts";

const asks = { "msk-hq": questionnaireOf("msk-hq"), koos: questionnaireOf("koos") } as unknown as Questionnaires;

const score = (on: string, total: number | null, more: object = {}) => ({
  kind: "score" as const, at: `${on}T12:00:00+00:00`,
  body: { instrument: "msk-hq", version: "UK English", total, subscales: {}, on, group: null, licence: null, ...more },
});

test("the first against the last of the same form, with the size of change and its source from the content", () => {
  const entries = entriesFrom([score("2026-06-01", 37), score("2026-01-05", 31), score("2026-03-01", 30)]);
  const [{ instrument, series }] = scoredSince(entries, asks) as [ReturnType<typeof scoredSince>[number]];
  assert.equal(instrument, "msk-hq");
  const [{ points, change, score: asked }] = series as [typeof series[number]];
  assert.deepEqual(points.map(({ on, value }) => [on, value]), [["2026-01-05", 31], ["2026-03-01", 30], ["2026-06-01", 37]]);
  assert.deepEqual([change!.first, change!.now, change!.difference, change!.better, change!.reached], [31, 37, 6, true, true]);
  assert.deepEqual([asked.change!.amount, asked.change!.source], [5.5, "CSP"]);
});

test("under the size of change it is not reached; without one only the two numbers are there", () => {
  const near = scoredSince(entriesFrom([score("2026-01-05", 31), score("2026-03-01", 36)]), asks)[0]!.series[0]!;
  assert.equal(near.change!.reached, false);
  const more = { instrument: "unheard-of", subscales: { hopping: 3 } };
  const [total, hopping] = scoredSince(entriesFrom([score("2026-01-05", 4, more), score("2026-03-01", 9, more)]), asks)[0]!.series;
  assert.deepEqual([total!.change!.difference, total!.change!.reached, total!.score.words], [5, null, "total"]);
  assert.deepEqual([hopping!.change!.difference, hopping!.score.words], [0, "hopping"]);
});

test("another version of a form, and another form, is never compared with it; capitals and spaces make no version", () => {
  const entries = entriesFrom([
    score("2026-01-05", 31), score("2026-02-05", 33, { version: "uk english " }), score("2026-03-05", 40, { version: "Welsh" }),
    score("2026-04-05", null, { instrument: "koos", version: "1.0", subscales: { pain: 50 } }),
  ]);
  assert.deepEqual(scoredSince(entries, asks).map(({ instrument, series }) => [instrument, series.map(({ points }) => points.length)]), [
    ["msk-hq", [2]], ["msk-hq", [1]], ["koos", [1]],
  ]);
  assert.deepEqual(scoredSince(entries, asks).map(({ series }) => series[0]!.change?.difference), [2, undefined, undefined]);
});

test("a part that was left out at one time is a gap of its own, and a group alone is no number", () => {
  const koos = (on: string, subscales: object) => score(on, null, { instrument: "koos", version: "1.0", subscales });
  const [one] = scoredSince(entriesFrom([koos("2026-01-05", { pain: 50, symptoms: 40 }), koos("2026-05-05", { pain: 62 })]), asks);
  assert.deepEqual(one!.series.map(({ score: { id }, change }) => [id, change?.difference]), [["pain", 12], ["symptoms", undefined]]);
  assert.deepEqual(scoredSince(entriesFrom([score("2026-01-05", null, { instrument: "start-back", group: "low" })]), asks), []);
});

test("what came after a check-in that is looked at is left out", () => {
  const entries = entriesFrom([score("2026-01-05", 31), score("2026-03-01", 37)]);
  assert.equal(scoredSince(entries, asks, "2026-02-01")[0]!.series[0]!.points.length, 1);
});
