import { useId } from "preact/hooks";
import { addDays, type Day } from "../../shared/dates.ts";
import { dayWords } from "../../shared/datewords.ts";
import { useSignal } from "@preact/signals";
import { locale, t } from "../messages.ts";
import { Choice } from "./Choice.tsx";

interface DayPickerProps {
  question: string;
  today: Day;
  value: Day;
  choose: (day: Day) => void;
}

/** The service takes days this far back. */
const DAYS_BACK = 3650;

const earliest = (today: Day): Day => addDays(today, -DAYS_BACK);

/** Whether `day` may be chosen: not before the last 10 years, and not after today. */
export const isDayInReach = (day: Day, today: Day): boolean => day >= earliest(today) && day <= today;

/** Today, yesterday, or another day by the phone's own date control. One out of reach is shown as such, never changed. */
export function DayPicker({ question, today, value, choose }: DayPickerProps) {
  const name = useId();
  const wrong = !isDayInReach(value, today);
  const yesterday = addDays(today, -1);
  const another = useSignal(value !== today && value !== yesterday);
  const near = (day: Day) => () => {
    another.value = false;
    choose(day);
  };
  return (
    <fieldset>
      <legend class="question">{question}</legend>
      <div class="choices">
        <Choice kind="radio" name={name} value="today" chosen={!another.value && value === today} choose={near(today)}>
          {t("day-today")}
        </Choice>
        <Choice kind="radio" name={name} value="yesterday" chosen={!another.value && value === yesterday} choose={near(yesterday)}>
          {t("day-yesterday")}
        </Choice>
        <Choice kind="radio" name={name} value="another" chosen={another.value} choose={() => (another.value = true)}>
          {t("day-another")}
        </Choice>
      </div>
      {another.value && (
        <div class={wrong ? "field day-field wrong" : "field day-field"}>
          <label for={`${name}-day`}>{t("day-which")}</label>
          {wrong && <span class="wrong-words" id={`${name}-wrong`} role="alert">{t("day-out-of-reach")}</span>}
          <input
            id={`${name}-day`}
            class="input"
            type="date"
            min={earliest(today)}
            max={today}
            aria-invalid={wrong}
            aria-describedby={wrong ? `${name}-wrong` : undefined}
            value={value}
            onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}
          />
          {!wrong && <p class="hint">{dayWords(value, locale)}</p>}
        </div>
      )}
    </fieldset>
  );
}
