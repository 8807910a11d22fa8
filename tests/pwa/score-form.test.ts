// A score that somebody copies from a form: it is taken by the same rule as the worked cases.
import "../node/raw-words.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { questionnaireOf, readOf, slugs } from "../node/questionnaires.ts";
import type { Questionnaire } from "../../pwa/src/shared/content/questionnaire-types.ts";
import type { Entered } from "../../pwa/src/shared/rules/scoring.ts";

const { empty, faultIn, scoreIn } = await import("../../pwa/src/page/screens/person/score-form.ts");

interface Case { says: string; entered?: Entered; expect: { refused?: { [score: string]: string } } }

/** What somebody types who copies such a result. */
const typed = (instrument: string, { total, subscales, group }: Entered) => ({
  ...empty(), instrument, version: "UK English", group: (group ?? null) as ReturnType<typeof empty>["group"],
  numbers: Object.fromEntries(Object.entries({ ...subscales, ...(total !== null && { total }) }).map(([id, value]) => [id, String(value)])),
});

const cases = slugs.flatMap((slug) => readOf<{ cases: Case[] }>(slug, "cases.yaml").cases.flatMap(({ says, entered, expect }) => {
  const scored = Object.keys(expect.refused ?? {}).filter((id) => id !== "group" && questionnaireOf(slug).scores.some((score) => score.id === id));
  const offered = Object.keys(expect.refused ?? {}).every((id) => scored.includes(id));
  return entered && offered ? [{ slug, says, entered, bad: scored.length > 0 }] : [];
}));

for (const { slug, says, entered, bad } of cases) {
  test(`${slug}: ${says}`, () => {
    const asked = questionnaireOf(slug) as unknown as Questionnaire;
    const said = typed(slug, entered);
    assert.equal(faultIn(said, asked) !== "", bad, faultIn(said, asked));
    const { total, subscales, group } = scoreIn(said, asked, "2026-11-22");
    assert.deepEqual({ total, subscales, group }, { group: null, ...entered });
  });
}

test("there are results that are taken and results that are refused", () => {
  assert.ok(cases.some(({ bad }) => bad) && cases.some(({ bad }) => !bad));
});

for (const [number, fault] of [
  ["57", "Write a number from 0 to 56"], ["-1", "Write a number from 0 to 56"], ["many", "Write a number from 0 to 56"],
  ["31.5", "Write a whole number"], ["31", ""], ["31,0", ""], ["", "Write at least 1 number"],
] as const) {
  test(`MSK-HQ, typed "${number}": ${fault || "taken"}`, () => {
    const said = { ...empty(), instrument: "msk-hq", version: "UK English", numbers: { total: number } };
    const found = faultIn(said, questionnaireOf("msk-hq") as unknown as Questionnaire);
    assert.ok(fault ? found.includes(fault) : found === "", found);
  });
}

test("a form without a version is asked for it", () => {
  const said = { ...empty(), instrument: "msk-hq", numbers: { total: "31" } };
  assert.match(faultIn(said, questionnaireOf("msk-hq") as unknown as Questionnaire), /version/);
});
