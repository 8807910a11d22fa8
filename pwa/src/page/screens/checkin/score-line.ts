import type { Questionnaire, Score, Values } from "../../../shared/content/questionnaire-types.ts";
import { scoreTitle, valueWords } from "../measures/sum-words.ts";
import { t } from "./words.ts";

/** A score, and the answers that it was made of. */
export interface Said {
  score: Score;
  value: number;
  values: Values;
}

/** All scores of one time in a line: "Pain now: 6 out of 10; …". Of a measure that is one number, the number alone. */
export const scoreLine = (asked: Questionnaire, said: readonly Said[]): string =>
  said.map(({ score, value, values }) => {
    const shown = valueWords(asked, score, value);
    return asked.scores.length === 1 ? shown : t("checkin-once-score", { score: scoreTitle(asked, score, values), value: shown });
  }).join("; ");
