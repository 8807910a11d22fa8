import { useId } from "preact/hooks";
import { t } from "./words.ts";

/** As the server takes it. */
const LONGEST = 400;

interface OwnProps {
  question: string;
  hint?: string;
  value: string;
  change: (words: string) => void;
  /** what is wrong with it, in words */
  wrong?: string;
}

/** A sentence or two in somebody's own words. Browsers write fields down in the clear: "off" stops that. */
export function Own({ question, hint, value, change, wrong }: OwnProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={id}>{question}</label>
      {wrong && <span class="wrong-words" id={`${id}-wrong`} role="alert">{wrong}</span>}
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
      <textarea
        autocomplete="off" id={id} class="input" rows={2} maxLength={LONGEST} aria-invalid={!!wrong}
        aria-describedby={described || undefined} value={value} onInput={(event) => change(event.currentTarget.value)}
      />
      {value.length >= LONGEST && <p class="hint" role="status">{t("goals-longest")}</p>}
    </div>
  );
}
