import { messagesOf, type Happened, type Suggestion } from "../../../shared/rules/suggested.ts";
import { isLate, namesOf, onDay, t, whoWords } from "./words.ts";
import { Write } from "./Write.tsx";

/** The messages of one suggestion that its person sees: with the team, and with the group once it was told. */
export function Thread({ suggestion }: { suggestion: Suggestion }) {
  const messages = messagesOf(suggestion).filter((step) => !isLate(step));
  if (suggestion.state === "suggested" && !messages.length) return null; // the question above is the way to begin
  return (
    <section aria-labelledby="thread-title">
      <h2 id="thread-title">{t("thread-title")}</h2>
      {messages.length === 0 && <p class="soft">{t("thread-none")}</p>}
      <ol class="suggested-thread">
        {messages.map((step) => (
          <li key={step.id} class={step.side === "person" ? "mine" : undefined}>
            <span class="detail">{[headWords(suggestion, step), onDay(step.at)].join(" · ")}</span>
            <p class="note">{step.words}</p>
            {step.unsent && <span class="detail">{t("happened-unsent")}</span>}
          </li>
        ))}
      </ol>
      {!isSilent(suggestion) && <Write suggestion={suggestion} says="say" />}
    </section>
  );
}

/** Once sharing has stopped nobody could read what is written here. */
const isSilent = ({ state, outcome }: Suggestion): boolean => state === "closed" && outcome === "withdrawn";

function headWords(suggestion: Suggestion, step: Happened): string {
  if (step.side !== "person") return t("thread-theirs", { who: whoWords(suggestion, step) });
  return t(step.to === "group" ? "thread-mine-group" : "thread-mine-worker", namesOf(suggestion));
}
