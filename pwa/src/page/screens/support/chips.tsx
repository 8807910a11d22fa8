import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { addDays, type Day } from "../../../shared/dates.ts";
import { Choice } from "../../components/Choice.tsx";
import { today } from "../../state.ts";
import { dayWordsOf, t } from "./words.ts";

interface ChipsProps<T extends string> {
  question: string;
  hint?: string;
  wrong?: string;
  options: readonly T[];
  words: (option: T) => string;
}

/** One tap for one answer. */
export function OneOf<T extends string>({ question, hint, wrong, options, words, chosen, choose }: ChipsProps<T> & { chosen: T | null; choose: (option: T) => void }) {
  const name = useId();
  return (
    <fieldset class={wrong ? "field wrong" : undefined}>
      <Legend {...{ question, hint, wrong }} />
      <div class="choices">
        {options.map((option) => (
          <Choice key={option} kind="radio" name={name} value={option} chosen={chosen === option} choose={() => choose(option)}>{words(option)}</Choice>
        ))}
      </div>
    </fieldset>
  );
}

/** One tap for each of several. */
export function SomeOf<T extends string>({ question, hint, wrong, options, words, chosen, change }: ChipsProps<T> & { chosen: readonly T[]; change: (chosen: T[]) => void }) {
  const name = useId();
  const toggled = (option: T, on: boolean) => options.filter((each) => (each === option ? on : chosen.includes(each)));
  return (
    <fieldset class={wrong ? "field wrong" : undefined}>
      <Legend {...{ question, hint, wrong }} />
      <div class="choices">
        {options.map((option) => (
          <Choice key={option} kind="checkbox" name={name} value={option} chosen={chosen.includes(option)} choose={(on) => change(toggled(option, on))}>{words(option)}</Choice>
        ))}
      </div>
    </fieldset>
  );
}

function Legend({ question, hint, wrong }: { question: string; hint: string | undefined; wrong: string | undefined }) {
  return (
    <legend>
      <span class="question">{question}</span>
      {hint && <span class="hint">{hint}</span>}
      {wrong && <span class="wrong-words" role="alert">{wrong}</span>}
    </legend>
  );
}

/** In so many days. */
const AHEAD = ["1", "3", "7", "14", "28"] as const;
type Ahead = (typeof AHEAD)[number] | "other" | "usual";

interface WhenNextProps {
  question: string;
  /** what is said where no day is named; none where a day is needed */
  usual?: string;
  value: Day | null;
  choose: (day: Day | null) => void;
}

/** A day to come, by one tap; any other by the device's own control. */
export function WhenNext({ question, usual, value, choose }: WhenNextProps) {
  const other = useSignal(false);
  const id = useId();
  const ahead = AHEAD.find((days) => addDays(today.value, Number(days)) === value);
  const chosen: Ahead | null = other.value ? "other" : ahead ?? (value === null && usual ? "usual" : null);
  const options: Ahead[] = [...(usual ? ["usual" as const] : []), ...AHEAD, "other"];
  const pick = (option: Ahead) => {
    other.value = option === "other";
    if (option !== "other") choose(option === "usual" ? null : addDays(today.value, Number(option)));
  };
  return (
    <>
      <OneOf
        question={question} options={options} chosen={chosen} choose={pick}
        words={(option) => (option === "usual" ? usual! : option === "other" ? t("sup-day-other") : t("sup-in-days", { days: Number(option) }))}
      />
      {other.value && (
        <div class="field day-field">
          <label for={id}>{t("sup-day-which")}</label>
          <input id={id} class="input" type="date" min={today.value} value={value ?? ""} onChange={(event) => choose(event.currentTarget.value || null)} />
          {value && <p class="hint">{dayWordsOf(value)}</p>}
        </div>
      )}
    </>
  );
}
