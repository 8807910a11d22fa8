import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Day } from "../../../shared/dates.ts";
import { dayWords, shortDayWords } from "../../../shared/datewords.ts";
import { suggestedReviews } from "../../../shared/rules/goals.ts";
import { Choice } from "../../components/Choice.tsx";
import { locale } from "../../messages.ts";
import { today } from "../../state.ts";
import { t } from "./words.ts";

/** The next look: 1 of the days that are suggested, said in words, another one, or none. */
export function ReviewOn({ value, choose }: { value: Day | null; choose: (day: Day | null) => void }) {
  const name = useId();
  const suggested = suggestedReviews(today.value);
  const another = useSignal(value !== null && !suggested.includes(value));
  const pick = (day: Day | null) => () => {
    another.value = false;
    choose(day);
  };
  return (
    <fieldset class="field">
      <legend class="question">{t("goals-review-on")}</legend>
      <div class="choices">
        {suggested.map((day, index) => (
          <Choice key={day} kind="radio" name={name} value={day} chosen={!another.value && value === day} choose={pick(day)}>
            {t("goals-review-weeks", { weeks: [1, 2, 4][index]!, day: shortDayWords(day, locale) })}
          </Choice>
        ))}
        <Choice kind="radio" name={name} value="another" chosen={another.value} choose={() => (another.value = true)}>{t("goals-review-another")}</Choice>
        <Choice kind="radio" name={name} value="none" chosen={!another.value && value === null} choose={pick(null)}>{t("goals-review-none")}</Choice>
      </div>
      {another.value && (
        <div class="field day-field">
          <label for={`${name}-day`}>{t("goals-review-which")}</label>
          <input
            id={`${name}-day`} class="input" type="date" min={today.value} value={value ?? ""}
            onChange={(event) => choose(event.currentTarget.value || null)}
          />
          {value && <p class="hint">{dayWords(value, locale)}</p>}
        </div>
      )}
    </fieldset>
  );
}
