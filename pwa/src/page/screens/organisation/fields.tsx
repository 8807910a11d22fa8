/** Fields of the forms here: several lines, a day, a time, and one of a few answers. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Choice } from "../../components/Choice.tsx";

interface FieldProps {
  question: string;
  hint?: string;
  value: string;
  wrong?: string;
  change: (text: string) => void;
}

export function Area({ question, hint, value, wrong, longest, change }: FieldProps & { longest: number }) {
  const id = useId();
  return (
    <Around id={id} question={question} hint={hint} wrong={wrong}>
      <textarea
        id={id} class="input" rows={4} autocomplete="off" maxLength={longest} value={value} aria-invalid={Boolean(wrong)}
        aria-describedby={described(id, hint, wrong)} onInput={(event) => change(event.currentTarget.value)}
      />
    </Around>
  );
}

export function Picked({ type, question, hint, value, wrong, min, change }: FieldProps & { type: "date" | "time"; min?: string }) {
  const id = useId();
  return (
    <Around id={id} question={question} hint={hint} wrong={wrong}>
      <input
        id={id} class="input publish-picked" type={type} value={value} min={min} aria-invalid={Boolean(wrong)} aria-describedby={described(id, hint, wrong)}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </Around>
  );
}

const described = (id: string, hint?: string, wrong?: string): string | undefined =>
  [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ") || undefined;

function Around({ id, question, hint, wrong, children }: { id: string; question: string; hint?: string; wrong?: string; children: ComponentChildren }) {
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={id}>{question}</label>
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
      {wrong && <span class="wrong-words" id={`${id}-wrong`} role="alert">{wrong}</span>}
      {children}
    </div>
  );
}

interface OneOfProps<T> {
  question: string;
  hint?: string;
  wrong?: string;
  /** each answer with its words */
  of: readonly (readonly [value: T, words: string])[];
  value: T;
  choose: (value: T) => void;
}

export function OneOf<T extends string | number | boolean | null>({ question, hint, wrong, of, value, choose }: OneOfProps<T>) {
  const name = useId();
  return (
    <fieldset class={wrong ? "field wrong" : "field"}>
      <legend class="question">{question}</legend>
      {hint && <p class="hint">{hint}</p>}
      {wrong && <span class="wrong-words" role="alert">{wrong}</span>}
      <div class="choices">
        {of.map(([each, words]) => (
          <Choice key={String(each)} kind="radio" name={name} value={String(each)} chosen={each === value} choose={() => choose(each)}>{words}</Choice>
        ))}
      </div>
    </fieldset>
  );
}

interface SomeOfProps<T> extends Omit<OneOfProps<T>, "value" | "choose"> {
  value: readonly T[];
  choose: (value: T[]) => void;
}

export function SomeOf<T extends string | number>({ question, hint, wrong, of, value, choose }: SomeOfProps<T>) {
  const name = useId();
  return (
    <fieldset class={wrong ? "field wrong" : "field"}>
      <legend class="question">{question}</legend>
      {hint && <p class="hint">{hint}</p>}
      {wrong && <span class="wrong-words" role="alert">{wrong}</span>}
      <div class="choices">
        {of.map(([each, words]) => (
          <Choice
            key={each} kind="checkbox" name={name} value={String(each)} chosen={value.includes(each)}
            choose={(on) => choose(of.map(([one]) => one).filter((one) => (one === each ? on : value.includes(one))))}
          >
            {words}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}
