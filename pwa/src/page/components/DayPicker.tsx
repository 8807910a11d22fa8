import { useId } from "preact/hooks";
import { addDays, type Day } from "../../shared/dates.ts";
import { shortDayWords } from "../../shared/datewords.ts";
import { useSignal } from "@preact/signals";
import { locale, t } from "../messages.ts";
import { Choice } from "./Choice.tsx";

interface DayPickerProps {
  question: string;
  today: Day;
  value: Day;
  choose: (day: Day) => void;
  /** Earliest day that can be chosen. */
  earliest?: Day;
}

/** Today, yesterday, or another day by the phone's own date control. Days to come are not offered. */
export function DayPicker({ question, today, value, choose, earliest = "2000-01-01" }: DayPickerProps) {
  const name = useId();
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
        <div class="field day-field">
          <label for={`${name}-day`}>{t("day-which")}</label>
          <input
            id={`${name}-day`}
            class="input"
            type="date"
            min={earliest}
            max={today}
            value={value}
            onChange={(event) => event.currentTarget.validity.valid && event.currentTarget.value && choose(event.currentTarget.value)}
          />
          <p class="hint">{shortDayWords(value, locale)}</p>
        </div>
      )}
    </fieldset>
  );
}
