import { useId } from "preact/hooks";

interface LineProps {
  question: string;
  hint?: string;
  value: string;
  longest: number;
  wrong?: string;
  autocomplete?: string;
  change: (text: string) => void;
}

/** One line of the person's own words. */
export function Line({ question, hint, value, longest, wrong, autocomplete = "off", change }: LineProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={id}>{question}</label>
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
      {wrong && <span class="wrong-words" id={`${id}-wrong`} role="alert">{wrong}</span>}
      <input
        id={id} class="input" maxLength={longest} autocomplete={autocomplete} value={value}
        aria-describedby={described || undefined} aria-invalid={Boolean(wrong)}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
