import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Suggestion } from "../../../shared/rules/suggested.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { say } from "./answers.ts";
import { t } from "./words.ts";

const HOW = ["going-on", "done", "stopped", "not-suitable"] as const;

/** How it is at the end: whatever it is, it is right to say so, and words are never needed. */
export function Finish({ suggestion }: { suggestion: Suggestion }) {
  const id = useId();
  const how = useSignal<(typeof HOW)[number] | null>(null);
  const words = useSignal("");
  const wrong = useSignal(false);
  const saving = useSaving();
  const save = () => {
    wrong.value = !how.value;
    if (!how.value) return;
    const said = words.value.trim();
    return saving.try(() => say(suggestion, { answer: "finish", outcome: how.value!, ...(said && { words: said }) }));
  };
  return (
    <>
      <fieldset class={wrong.value ? "wrong" : undefined}>
        <legend class="question">{t("do-finish-title")}</legend>
        {wrong.value && <span class="wrong-words" role="alert">{t("do-finish-needs")}</span>}
        <div class="choices pile">
          {HOW.filter((each) => each !== "going-on" || suggestion.kind === "activity" || suggestion.kind === "programme").map((each) => (
            <Choice key={each} kind="radio" name={`${id}-how`} value={each} chosen={how.value === each} choose={() => (how.value = each)}>
              {t(`do-finish-${each}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      <div class="field">
        <label for={id}>{t("do-finish-words")}</label>
        <span class="hint" id={`${id}-hint`}>{t("do-finish-words-hint")}</span>
        <textarea
          id={id} class="input" rows={2} maxLength={2000} autocomplete="off" aria-describedby={`${id}-hint`} value={words.value}
          onInput={(event) => (words.value = event.currentTarget.value)}
        />
        <NotWatched />
      </div>
      <saving.Trouble />
      <Button kind="quiet" press={save}>{t("do-finish-save")}</Button>
    </>
  );
}
