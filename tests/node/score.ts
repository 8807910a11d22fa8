/**
 * Scores a file of answers with the phone's own rules: node score.ts asked.json told.json. Each of `asked` names one of
 * `questionnaires`, with the first answers and those of now. So that pytest can compare thousands in one process.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Questionnaire, Values } from "../../pwa/src/shared/content/questionnaire-types.ts";
import { missing, opened } from "../../pwa/src/shared/rules/answers.ts";
import { changeSince } from "../../pwa/src/shared/rules/score-change.ts";
import { normOf } from "../../pwa/src/shared/rules/scoring.ts";
import { answerFaults, scoresOf } from "./scored.ts";

interface Asked { of: string; first: Values; values: Values }
const [, , from, to] = process.argv;
const { questionnaires, asked } = JSON.parse(readFileSync(from!, "utf8")) as { questionnaires: { [name: string]: Questionnaire }; asked: Asked[] };

const told = asked.map(({ of, first, values }) => {
  const questionnaire = questionnaires[of]!;
  const { version, scores } = questionnaire;
  const change = (id: string) => changeSince(questionnaire, id, { version, values: first }, { version, values });
  return {
    scores: scoresOf(questionnaire, values),
    missing: missing(questionnaire, values),
    opens: opened(questionnaire, values),
    faults: answerFaults(questionnaire, values),
    norm: normOf(questionnaire, values),
    change: Object.fromEntries(scores.map((score) => [score.id, change(score.id)])),
  };
});
writeFileSync(to!, JSON.stringify(told));
