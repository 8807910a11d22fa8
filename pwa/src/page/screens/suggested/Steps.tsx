import type { Suggestion } from "../../../shared/rules/suggested.ts";
import { onDay, stepWords, t } from "./words.ts";

/** Kinds whose own words are read as messages, in their own place. */
const MESSAGES: readonly string[] = ["say", "ask"];

/** Every step with its day, from the suggestion on. */
export function Steps({ suggestion }: { suggestion: Suggestion }) {
  const first = { id: suggestion.id, kind: "suggest", side: "worker", at: suggestion.suggested_at, called: suggestion.called };
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title">{t("steps-title")}</h2>
      <ol class="suggested-steps">
        {[first, ...suggestion.steps].map((step) => (
          <li key={step.id}>
            <span class="what">{stepWords(suggestion, step)}</span>
            {"agreed" in step && step.agreed && <span class="note">{t("happened-send-agreed")}</span>}
            {"words" in step && step.words && !MESSAGES.includes(step.kind) && <span class="note">{step.words}</span>}
            <span class="detail">{[onDay(step.at), "unsent" in step && step.unsent && t("happened-unsent")].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
