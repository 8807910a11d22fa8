/** The form for a score from elsewhere, and the body that it makes. The total stands apart from the parts. */
import type { Questionnaire, Score as Asked } from "../../../shared/content/questionnaire-types.ts";
import type { Day } from "../../../shared/dates.ts";
import type { Bodies } from "../../../shared/record/kinds.ts";
import { typedNumber } from "../../../shared/rules/answers.ts";
import { enteredFaults } from "../../../shared/rules/scoring.ts";
import { t } from "./care-words.ts";

type Score = Bodies["score"];

export interface ScoreSaid {
  instrument: string;
  /** by the id of the score, as it was typed */
  numbers: { [id: string]: string };
  group: Score["group"];
  version: string;
  licence: string;
}

export const empty = (): ScoreSaid => ({ instrument: "", numbers: {}, group: null, version: "", licence: "" });

const TOTAL = "total";
const LONGEST_NUMBER = 1_000;

export const highest = ({ max }: Asked): number => max ?? LONGEST_NUMBER;

/** What is wrong, in words; empty when it can be saved. */
export function faultIn(said: ScoreSaid, asked: Questionnaire): string {
  const result = resultIn(said, asked);
  const faults = enteredFaults(asked, result);
  const bad = asked.scores.find((score) => faults[score.id] || numberOf(said.numbers[score.id])! > highest(score));
  if (bad) return `${bad.words}: ${faultWords(bad, said)}`;
  if (said.group === null && result.total === null && !Object.keys(result.subscales).length) return t("care-score-empty");
  return said.version.trim() ? "" : t("care-score-version-needed");
}

function faultWords(score: Asked, { numbers }: ScoreSaid): string {
  const value = numberOf(numbers[score.id])!;
  if (!(value >= score.min && value <= highest(score))) return t("care-score-number", { low: score.min, high: highest(score) });
  return score.decimals ? t("care-score-decimals", { decimals: score.decimals }) : t("care-score-whole");
}

export const scoreIn = (said: ScoreSaid, asked: Questionnaire, on: Day): Score => ({
  instrument: said.instrument, version: said.version.trim(), on, licence: said.licence.trim() || null, ...resultIn(said, asked),
});

function resultIn({ numbers, group }: ScoreSaid, { scores }: Questionnaire): Pick<Score, "total" | "subscales" | "group"> {
  const said = scores.flatMap(({ id }) => {
    const value = numberOf(numbers[id]);
    return value === null ? [] : [[id, value] as const];
  });
  const whole = said.find(([id]) => id === TOTAL);
  return { group, total: whole?.[1] ?? null, subscales: Object.fromEntries(said.filter(([id]) => id !== TOTAL)) };
}

/** NaN for what is no number; null for nothing. */
const numberOf = (typed = ""): number | null => (typed.trim() ? typedNumber(typed) : null);
