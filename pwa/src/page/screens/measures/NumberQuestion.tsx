import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Item } from "../../../shared/content/questionnaire-types.ts";
import { answerFault, typedNumber } from "../../../shared/rules/answers.ts";
import type { QuestionProps } from "./Question.tsx";
import { number, t } from "./words.ts";
import "./measures.css";

/** More than any number needs, and short enough to keep. */
const LONGEST = 20;

/**
 * A number with its unit. What cannot be taken stays in the field and is never an answer; why is said on leaving the field,
 * and to somebody who wants to go on. There is room for that beforehand: nothing moves away under the tap.
 */
export function NumberQuestion({ item, question, value, change, typed, insisting = false }: QuestionProps & { question: string }) {
  const id = useId();
  const text = useSignal(value === null ? "" : String(value));
  const left = useSignal(typed !== undefined);
  const taken = value === null ? "" : typedNumber(text.value) === value ? text.value : String(value); // it may be put in elsewhere
  const shown = typed ?? taken;
  const fault = shown === "" ? null : answerFault(item, typedNumber(shown));
  const wrong = (left.value || insisting) && fault !== null;
  const type = (said: string) => {
    text.value = said;
    if (!said.trim()) change(null);
    else if (answerFault(item, typedNumber(said)) === null) change(typedNumber(said));
    else change(null, said);
  };
  return (
    <div class={`field measure-number${wrong ? " wrong" : ""}`}>
      <label for={id}>{question}</label>
      {item.hint && <span class="hint" id={`${id}-hint`}>{item.hint}</span>}
      <span class="measure-unit">
        <input
          id={id} class="input short" type="text" inputMode={item.decimals ? "decimal" : "numeric"} autocomplete="off" maxLength={LONGEST}
          value={shown} aria-invalid={wrong}
          aria-describedby={[item.hint && `${id}-hint`, wrong && `${id}-wrong`, `${id}-unit`].filter(Boolean).join(" ")}
          onInput={(event) => type(event.currentTarget.value)}
          onFocus={() => (left.value = false)}
          onBlur={() => (left.value = true)}
        />
        <span id={`${id}-unit`}>{item.unit}</span>
      </span>
      <p class="wrong-words" role="alert" id={`${id}-wrong`}>{wrong ? wrongWords(item, fault) : ""}</p>
    </div>
  );
}

function wrongWords(item: Item, fault: string): string {
  if (fault === "too-fine") return t(item.decimals ? "measures-one-decimal" : "measures-whole");
  return t("measures-range", { min: number(item.min ?? 0), max: number(item.max ?? 0) });
}
