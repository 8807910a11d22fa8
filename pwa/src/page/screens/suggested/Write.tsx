import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { isTold, type Suggestion } from "../../../shared/rules/suggested.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { useDraft } from "../../draft.ts";
import { say } from "./answers.ts";
import { namesAtStart, t } from "./words.ts";

interface WriteProps {
  suggestion: Suggestion;
  /** a question to the team before answering, or a message to one of the two sides */
  says: "ask" | "say";
  sent?: () => void;
}

/** As the server takes it. */
const LONGEST = 2000;

/** A few words to the team, or to the group once it was told: whom they go to is said before they are sent. */
export function Write({ suggestion, says, sent }: WriteProps) {
  const id = useId();
  const draft = useDraft<{ words: string; to: "worker" | "group" }>(`${says} ${suggestion.id}`, 1, () => ({ words: "", to: "worker" }));
  const wrong = useSignal(false);
  const saving = useSaving();
  const form = draft.value.value;
  if (!form) return null;
  const names = namesAtStart(suggestion);
  const told = says === "say" && isTold(suggestion);
  const send = async () => {
    const words = form.words.trim();
    wrong.value = !words;
    if (wrong.value) return;
    const to = told ? form.to : "worker";
    if (!(await saving.try(() => say(suggestion, { answer: says, words, to })))) return;
    await draft.done();
    draft.startAgain();
    sent?.();
  };
  return (
    <div class="suggested-write">
      {told && (
        <fieldset>
          <legend class="question">{t("thread-whom")}</legend>
          <div class="choices">
            {(["worker", "group"] as const).map((to) => (
              <Choice key={to} kind="radio" name={`${id}-to`} value={to} chosen={form.to === to} choose={() => draft.change({ to })}>
                {t(`thread-to-${to}`, names)}
              </Choice>
            ))}
          </div>
        </fieldset>
      )}
      {!told && <p class="hint">{t(suggestion.kind === "activity" ? "thread-only-worker" : "thread-only-team", names)}</p>}
      <div class={wrong.value ? "field wrong" : "field"}>
        <label for={id}>{t(says === "ask" ? "thread-question" : "thread-words")}</label>
        <span class="hint" id={`${id}-hint`}>{t("thread-not-live")}</span>
        {wrong.value && <span class="wrong-words" id={`${id}-wrong`} role="alert">{t("thread-needs")}</span>}
        <textarea
          id={id} class="input" rows={3} maxLength={LONGEST} autocomplete="off" value={form.words}
          aria-invalid={wrong.value} aria-describedby={wrong.value ? `${id}-wrong ${id}-hint` : `${id}-hint`}
          onInput={(event) => draft.change({ words: event.currentTarget.value })}
        />
        <NotWatched />
      </div>
      <saving.Trouble />
      <Button kind="quiet" press={send}>{t(says === "ask" ? "thread-ask-send" : "thread-send")}</Button>
    </div>
  );
}
