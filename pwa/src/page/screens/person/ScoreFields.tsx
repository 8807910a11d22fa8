import type { Questionnaire } from "../../../shared/content/questionnaire-types.ts";
import { t } from "./care-words.ts";
import { highest, type ScoreSaid } from "./score-form.ts";
import { Choices } from "./WriteFor.tsx";

interface ScoreFieldsProps {
  asked: Questionnaire;
  said: ScoreSaid;
  change: (changes: Partial<ScoreSaid>) => void;
}

/** One number for each score that the form has, the group if it has groups, and what is printed on it. */
export function ScoreFields({ asked, said, change }: ScoreFieldsProps) {
  return (
    <>
      {asked.scores.map((score) => (
        <div key={score.id} class="field">
          <label for={field(score.id)}>{score.words}</label>
          <span class="hint" id={`${field(score.id)}.hint`}>{t("care-score-range", { low: score.min, high: highest(score) })}</span>
          <input
            id={field(score.id)} class="input short" inputMode="decimal" autocomplete="off" aria-describedby={`${field(score.id)}.hint`}
            value={said.numbers[score.id] ?? ""} onInput={(event) => change({ numbers: { ...said.numbers, [score.id]: event.currentTarget.value } })}
          />
        </div>
      ))}
      {asked.groups.length > 0 && (
        <Choices
          question={t("care-score-group")} options={asked.groups.map(({ id }) => id)} words={(id) => asked.groups.find((group) => group.id === id)?.words ?? id}
          chosen={said.group} choose={(group) => change({ group: group as ScoreSaid["group"] })} wrong=""
        />
      )}
      <div class="field">
        <label for="score-version">{t("care-score-version")}</label>
        <input id="score-version" class="input" autocomplete="off" maxLength={40} value={said.version} onInput={(event) => change({ version: event.currentTarget.value })} />
      </div>
      <div class="field">
        <label for="score-licence">{t("care-score-licence")}</label>
        <input id="score-licence" class="input" autocomplete="off" maxLength={200} value={said.licence} onInput={(event) => change({ licence: event.currentTarget.value })} />
      </div>
      <p class="soft small">{asked.source}</p>
    </>
  );
}

const field = (id: string): string => `score.${id}`;
