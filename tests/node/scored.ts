/** The rules for one score and one answer, over all that a questionnaire has: what the worked cases are told in. */
import type { Questionnaire, Values } from "../../pwa/src/shared/content/questionnaire-types.ts";
import { answerFault, type AnswerFault } from "../../pwa/src/shared/rules/answers.ts";
import { type Counted, type Scored, scoreOf } from "../../pwa/src/shared/rules/scoring.ts";

/** Every score of a questionnaire by its id. */
export const scoresOf = (questionnaire: Counted, values: Values): { [score: string]: Scored } =>
  Object.fromEntries(questionnaire.scores.map((score) => [score.id, scoreOf(questionnaire, score, values)]));

/** What is wrong with a set of answers, by item. */
export function answerFaults({ items }: Pick<Questionnaire, "items">, values: Values): { [item: string]: AnswerFault | "unknown" } {
  const found = Object.entries(values).map(([id, value]) => {
    const item = items.find((one) => one.id === id);
    return [id, item ? answerFault(item, value) : "unknown"] as const;
  });
  return Object.fromEntries(found.flatMap(([id, fault]) => (fault ? [[id, fault]] : [])));
}
