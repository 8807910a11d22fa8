/** Measures that a worker asks beside any pathway: what they make, and the first and the latest of each. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesFrom } from "./entries.ts";
import { questionnaireOf } from "../node/questionnaires.ts";
import type { Questionnaires } from "../../pwa/src/shared/content/questionnaire-types.ts";
import { answeredLast, firstAndLatest, mayBeAsked, measuredIn } from "../../pwa/src/shared/rules/measured.ts";

const slugs = ["ons4", "own-activities", "phq-9", "chair-stand", "msk-hq", "loneliness"];
const asks = Object.fromEntries(slugs.map((slug) => [slug, questionnaireOf(slug)])) as unknown as Questionnaires;
const ONS4 = { satisfied: 4, worthwhile: 5, happy: 3, anxious: 7 };

const asked = (on: string, slug: string, values: object, more: object = {}) => ({
  kind: "check-in" as const, at: `${on}T12:00:00+00:00`, body: { ...measuredIn(asks[slug]!, values as typeof ONS4, on, "together"), ...more },
});
const score = (on: string, total: number) => ({
  kind: "score" as const, at: `${on}T12:00:00+00:00`,
  body: { instrument: "msk-hq", version: "UK English", total, subscales: {}, on, group: null, licence: null },
});
const ends = (received: string | null, ...said: Parameters<typeof entriesFrom>[0]) =>
  firstAndLatest(entriesFrom(said), asks, received).map(({ slug, scores }) =>
    [slug, scores.map(({ score, first, latest }) => [score.id, first.on, first.value, ...(latest ? [latest.on, latest.value] : [])])]);

test("the first and the latest of ONS4 stand with their days, whoever asked it, and before all others", () => {
  const found = ends("2026-01-20",
    score("2026-01-21", 31), asked("2026-06-02", "ons4", { satisfied: 7 }), asked("2026-02-01", "ons4", { satisfied: 5 }, { pathway: "joint-pain-advisor", contact: "start" }),
    asked("2026-01-22", "ons4", ONS4));
  assert.deepEqual(found, [
    ["ons4", [
      ["satisfied", "2026-01-22", 4, "2026-06-02", 7], ["worthwhile", "2026-01-22", 5], ["happy", "2026-01-22", 3], ["anxious", "2026-01-22", 7],
    ]],
    ["msk-hq", [["total", "2026-01-21", 31]]],
  ]);
});

test("what was answered long before the referral is not the start of this support; four weeks before is", () => {
  const said = [asked("2025-01-01", "ons4", { happy: 1 }), asked("2025-12-23", "ons4", { happy: 3 }), asked("2026-03-01", "ons4", { happy: 6 })];
  assert.deepEqual(ends("2026-01-20", ...said), [["ons4", [["happy", "2025-12-23", 3, "2026-03-01", 6]]]]);
  assert.deepEqual(ends(null, ...said), [["ons4", [["happy", "2025-01-01", 1, "2026-03-01", 6]]]]);
});

test("what is open does not count, and of other own words the latest alone is said", () => {
  assert.deepEqual(ends(null, asked("2026-01-01", "ons4", ONS4, { state: "open" })), []);
  const own = (on: string, words: string, rate: number) =>
    asked(on, "own-activities", Object.fromEntries([1, 2, 3].flatMap((each) => [[`activity-${each}`, `${words} ${each}`], [`rate-${each}`, rate]])));
  assert.deepEqual(ends(null, own("2026-01-01", "Knitting", 4), own("2026-02-01", "Dancing", 6)), [["own-activities", ["mean", "one-1", "one-2", "one-3"].map((score) => [score, "2026-02-01", 6])]]);
});

test("what is timed, what may open a help card and what has no wording here is not asked on one screen", () => {
  const asOne = (slug: string) => mayBeAsked({ ...asks[slug]!, shipped: slug === "msk-hq" ? "score-only" : "wording" });
  assert.deepEqual(slugs.filter(asOne), ["ons4", "own-activities", "loneliness"]);
});

test("on paper it says so, and the words to be rated again are those of the last time", () => {
  assert.equal(measuredIn(asks["ons4"]!, ONS4, "2026-01-01", "paper").with, "paper");
  assert.equal(measuredIn(asks["ons4"]!, ONS4, "2026-01-01", "phone").with, "together");
  const entries = entriesFrom([asked("2026-02-01", "ons4", { happy: 6 }), asked("2026-01-01", "ons4", { happy: 3 })]);
  assert.deepEqual(answeredLast(entries, "ons4")?.values, { happy: 6 });
});
