/** As the server takes it. */
const LONGEST = 60;

interface NameFieldProps {
  question: string;
  hint: string;
  /** what is wrong with it, in words; "" when nothing is */
  wrong: string;
  value: string;
  change: (name: string) => void;
}

const ID = "called";

/** What somebody wants to be called. */
export function NameField({ question, hint, wrong, value, change }: NameFieldProps) {
  return (
    <div class={wrong ? "field wrong" : "field"}>
      <label for={ID}>{question}</label>
      <span class="hint" id={`${ID}-hint`}>{hint}</span>
      {wrong && <span class="wrong-words" role="alert">{wrong}</span>}
      <input
        id={ID}
        class="input"
        autocomplete="nickname"
        maxLength={LONGEST}
        aria-describedby={`${ID}-hint`}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}

/** The name as it is kept; null when there is none, or it is too long. */
export function nameOf(typed: string): string | null {
  const name = typed.trim();
  return name.length >= 1 && name.length <= LONGEST ? name : null;
}

export const focusName = (): void => document.getElementById(ID)?.focus();
