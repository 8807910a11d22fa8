import { useId } from "preact/hooks";
import { t } from "../messages.ts";

interface ScaleProps {
  question: string;
  hint?: string;
  low: string;
  high: string;
  /** 0 to 10, or null when nothing has been chosen. */
  value: number | null;
  choose: (value: number) => void;
}

const steps = Array.from({ length: 11 }, (_, step) => step);

/** 0 to 10 as eleven radio buttons: arrow keys move, each is spoken as "4 out of 10", the ends with their words. */
export function Scale({ question, hint, low, high, value, choose }: ScaleProps) {
  const name = useId();
  const spoken = (step: number) =>
    [t("out-of-ten", { score: String(step) }), step === 0 ? low : step === 10 ? high : ""].filter(Boolean).join(", ");
  return (
    <fieldset class="scale">
      <legend class="question">
        {question}
        {hint && <span class="hint">{hint}</span>}
      </legend>
      <div class="scale-row">
        {steps.map((step) => (
          <label class="step" key={step}>
            <input
              type="radio"
              name={name}
              value={step}
              checked={value === step}
              aria-label={spoken(step)}
              onChange={() => choose(step)}
            />
            {step}
          </label>
        ))}
      </div>
      <p class="scale-ends" aria-hidden="true">
        <span>{t("scale-low", { words: low })}</span>
        <span>{t("scale-high", { words: high })}</span>
      </p>
    </fieldset>
  );
}
