// What stands beside a score, so that anybody can add it up again.
import "../node/raw-words.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { questionnaireOf } from "../node/questionnaires.ts";
import type { Questionnaire, Values } from "../../pwa/src/shared/content/questionnaire-types.ts";
import { scoreOf } from "../../pwa/src/shared/rules/scoring.ts";

const { isRounded, scoreTitle, sizeWords, sumWords, valueWords } = await import("../../pwa/src/page/screens/measures/sum-words.ts");

const UNITS: { [item: string]: string } = { moderate_days: "days", moderate_minutes: "minutes", vigorous_days: "days", vigorous_minutes: "minutes", stands: "times", weight_kg: "kg" };

function measure(slug: string, licensed = false): Questionnaire {
  const read = questionnaireOf(slug, licensed);
  return {
    ...read,
    items: read.items.map((item) => ({ ...item, unit: UNITS[item.id] ?? null })),
    scores: read.scores.map((score) => ({ ...score, words: score.id })),
  } as Questionnaire;
}

function says(slug: string, id: string, values: Values, licensed = false): string[] {
  const asked = measure(slug, licensed);
  const score = asked.scores.find((one) => one.id === id)!;
  return sumWords(asked, score, scoreOf(asked, score, values), values);
}

const OWN = { "activity-1": "climbing the stairs", "activity-2": "lifting", "activity-3": "gardening", "rate-1": 3, "rate-2": 4, "rate-3": 6 };

for (const [slug, id, values, expected] of [
  ["phq-4", "total", { nervous: 3, worrying: 2, interest: 0, down: 1 }, ["3 + 2 + 0 + 1 = 6 of 12"]],
  ["phq-4", "anxiety", { nervous: 3, worrying: 2 }, ["3 + 2 = 5 of 6"]],
  ["phq-4", "total", { nervous: 3 }, []],
  ["pain-nrs", "now", { now: 4 }, ["4 out of 10"]],
  ["own-activities", "mean", OWN, ["3 + 4 + 6 = 13. 13 divided by 3 is 4.3, out of 10."]],
  ["activity-minutes", "minutes", { moderate_days: 5, moderate_minutes: 30, vigorous_days: 2, vigorous_minutes: 20 },
    ["5 days × 30 minutes = 150", "2 days × 20 minutes × 2 = 80", "150 + 80 = 230 minutes in a week"]],
  ["activity-minutes", "minutes", { moderate_days: 7, moderate_minutes: 600, vigorous_days: 0 },
    ["7 days × 600 minutes = 4,200", "4,200 + 0 = 4,200 minutes in a week"]],
  ["chair-stand", "stands", { stands: 12, arms: 0 }, ["12 times"]],
  ["chair-stand", "stands", { stands: 12, arms: 1 }, ["0, because you used your arms"]],
  ["chair-stand", "stands", { stands: 0, arms: 1 }, ["0 times"]],
  ["loneliness", "lonely", { lonely: 2 }, ["2"]],
  ["body-size", "weight_kg", { weight_kg: 82.5 }, ["82.5 kg"]],
] as [string, string, Values, string[]][]) {
  test(`${slug} ${id}: ${expected.join(" ") || "nothing yet"}`, () => assert.deepEqual(says(slug, id, values), expected));
}

test("what a licence adds is added up on the screen too", () => {
  const answers = Object.fromEntries([1, 2, 2, 3].map((value, index) => [`q${index + 1}`, value]));
  assert.deepEqual(says("koos-12", "qol", answers, true), ["1 + 2 + 2 + 3 = 8. 100 − 8 × 25 ÷ 4 = 50, where 100 is best."]);
  const back = Object.fromEntries([0, 1, 1, 0, 1, 0, 0, 1, 3].map((value, index) => [`q${index + 1}`, value]));
  assert.deepEqual(says("start-back", "distress", back, true), ["1 + 0 + 0 + 1 + 1 = 3 of 5"]);
});

test("a mean that is shown shorter than it is says so", () => {
  const asked = measure("own-activities");
  assert.deepEqual([4.333333, 4.5, 4, null].map((value) => isRounded(value, asked.scores[0]!)), [true, false, false, false]);
});

test("an activity is called what the person called it", () => {
  const asked = measure("own-activities");
  assert.deepEqual(asked.scores.slice(0, 2).map((score) => scoreTitle(asked, score, OWN)), ["mean", "climbing the stairs"]);
});

test("minutes in a week are minutes, and not a part of the most that a week could have", () => {
  const asked = measure("activity-minutes");
  assert.equal(valueWords(asked, asked.scores[0]!, 40), "40 minutes");
});

const threshold = { amount: 1, kind: "points" as const, or_percent: 15, words: "1 point or more is noticed.", source: "Somebody" };

test("a part of the first number that counts as a change is named, unless the words name it", () => {
  const score = { ...measure("pain-nrs").scores[0]!, change: threshold, change_more: { ...threshold, amount: 2, or_percent: 33, words: "A third less is much better." } };
  assert.deepEqual(sizeWords(score), [
    "1 point or more is noticed. A change by 15 parts in 100 of the number at the start counts as well. Source: Somebody.",
    "A third less is much better. Source: Somebody.",
  ]);
  assert.deepEqual(sizeWords({ ...score, change: { ...threshold, words: "1 point or 15 in 100 is noticed." }, change_more: null }), ["1 point or 15 in 100 is noticed. Source: Somebody."]);
  assert.deepEqual(sizeWords({ ...score, change: { ...threshold, or_percent: null }, change_more: null }), ["1 point or more is noticed. Source: Somebody."]);
  assert.deepEqual(sizeWords(measure("loneliness").scores[0]!), []);
});

test("a score without a most is a number alone", () => {
  const asked = measure("start-msk");
  assert.equal(valueWords(asked, asked.scores[0]!, 5), "5");
});
