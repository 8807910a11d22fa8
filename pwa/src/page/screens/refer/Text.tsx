import { useId } from "preact/hooks";

interface TextProps {
  question: string;
  hint?: string;
  wrong?: string;
  value: string;
  longest: number;
  mode?: "numeric" | "tel" | "email" | "text";
  short?: boolean;
  change: (text: string) => void;
}

/** One line about somebody else: the browser neither fills it in nor keeps it. */
export function Text({ question, hint, wrong, value, longest, mode = "text", short = false, change }: TextProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={id}>{question}</label>
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
      {wrong && <span class="wrong-words" id={`${id}-wrong`} role="alert">{wrong}</span>}
      <input
        id={id} class={short ? "input refer-short" : "input"} maxLength={longest} autocomplete="off" spellcheck={false} inputMode={mode} value={value}
        aria-describedby={described || undefined} aria-invalid={Boolean(wrong)} onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
