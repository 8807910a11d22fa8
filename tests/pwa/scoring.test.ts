// Every worked case in content/questionnaires/*/v1/cases.yaml, which pytest runs too (tests/backend/checkins/test_scoring.py).
import assert from "node:assert/strict";
import { test } from "node:test";
import { questionnaireOf, readOf, type Ruled, slugs } from "../node/questionnaires.ts";
import { answerFaults, scoresOf } from "../node/scored.ts";
import type { Values } from "../../pwa/src/shared/content/questionnaire-types.ts";
import { missing, opened } from "../../pwa/src/shared/rules/answers.ts";
import { type Change, changeBetween, changeSince } from "../../pwa/src/shared/rules/score-change.ts";
import { type Entered, enteredFaults, normOf } from "../../pwa/src/shared/rules/scoring.ts";

type Named = { [name: string]: unknown };
interface Case {
  says: string; licensed?: boolean; values?: Values; first?: Values; entered?: Entered; entered_first?: Entered;
  expect: { [what: string]: unknown; change?: { [score: string]: Named | null }; scores?: Named; bands?: Named; parts?: Named; norm?: Named | null };
}

/** Of what was found, only what a case names. */
const named = (found: object, wanted: Named): Named => Object.fromEntries(Object.keys(wanted).map((name) => [name, (found as Named)[name]]));

function changed(questionnaire: Ruled, { first, values, entered, entered_first }: Case, id: string): Change | null {
  const at = (one: Entered) => (id === "total" ? one.total! : one.subscales[id]!);
  if (entered) return changeBetween(questionnaire.scores.find((score) => score.id === id)!, at(entered_first!), at(entered));
  const { version } = questionnaire;
  return changeSince(questionnaire, id, { version, values: first! }, { version, values: values! });
}

function told(questionnaire: Ruled, { values = {}, entered, expect }: Case): Named {
  const scores = Object.entries(scoresOf(questionnaire, values));
  const norm = normOf(questionnaire, values);
  const each = (of: (score: (typeof scores)[number][1]) => unknown) => Object.fromEntries(scores.map(([id, score]) => [id, of(score)]));
  return {
    scores: named(each((score) => score.value), expect.scores ?? {}),
    bands: named(each((score) => score.band && [score.band.from, score.band.to]), expect.bands ?? {}),
    parts: named(each((score) => score.parts.map((part) => part.number)), expect.parts ?? {}),
    missing: missing(questionnaire, values),
    opens: opened(questionnaire, values).map((one) => one.card),
    faults: answerFaults(questionnaire, values),
    norm: norm && named(norm, expect.norm ?? {}),
    refused: entered ? enteredFaults(questionnaire, entered) : {},
    score_ids: questionnaire.scores.map((score) => score.id),
  };
}

for (const slug of slugs) {
  for (const one of readOf<{ cases: Case[] }>(slug, "cases.yaml").cases) {
    test(`${slug}: ${one.says}`, () => {
      const questionnaire = questionnaireOf(slug, one.licensed);
      const { change = {}, ...expect } = one.expect;
      for (const [id, wanted] of Object.entries(change)) {
        const found = changed(questionnaire, one, id);
        assert.deepEqual(found && named(found, wanted ?? {}), wanted);
      }
      assert.deepEqual(named(told(questionnaire, one), expect), expect);
    });
  }
}

test("there are cases to run", () => assert.ok(slugs.length >= 20));

test("answers to another version are not compared", () => {
  const questionnaire = questionnaireOf("confidence");
  const [old, now] = [{ version: 0, values: { sure: 3 } }, { version: 1, values: { sure: 8 } }];
  assert.equal(changeSince(questionnaire, "sure", old, now), null);
  assert.notEqual(changeSince(questionnaire, "sure", now, now), null);
});
