import { useId } from "preact/hooks";
import type { Day } from "../../../shared/dates.ts";
import { dayWords } from "./words.ts";

interface DayFieldProps {
  words: string;
  /** why it cannot be this day; empty when it can */
  wrong: string;
  /** "" while it is not filled in */
  value: Day;
  from: Day;
  to: Day;
  change: (day: Day) => void;
}

/** A day to come, by the device's own control, and the same day in words. */
export function DayField({ words, wrong, value, from, to, change }: DayFieldProps) {
  const id = useId();
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={id}>{words}</label>
      {wrong && <span class="wrong-words" id={`${id}-wrong`} role="alert">{wrong}</span>}
      <input
        id={id} class="input" type="date" min={from} max={to} value={value} aria-invalid={Boolean(wrong)}
        aria-describedby={wrong ? `${id}-wrong` : undefined} onChange={(event) => change(event.currentTarget.value)}
      />
      {value && !wrong && <p class="hint">{dayWords(value)}</p>}
    </div>
  );
}
