import { useSignal } from "@preact/signals";
import type { Suggestion } from "../../../shared/rules/suggested.ts";
import { Button } from "../../components/Button.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { say } from "./answers.ts";
import { Look } from "./Look.tsx";
import { t } from "./words.ts";
import { Write } from "./Write.tsx";

/** Yes, a question, or no: none of them is harder to press than another, and no needs no reason. */
export function Asking({ suggestion }: { suggestion: Suggestion }) {
  const asks = useSignal(false);
  const saving = useSaving();
  const answer = (said: "yes" | "no") => () => saving.try(() => say(suggestion, { answer: said }));
  return (
    <section aria-labelledby="answer-title">
      <h2 id="answer-title">{t("reply-title")}</h2>
      <Look suggestion={suggestion} />
      <saving.Trouble />
      <div class="pile">
        <Button wide press={answer("yes")}>{t("reply-yes-please")}</Button>
        <Button kind="quiet" wide press={() => (asks.value = !asks.value)}>{t("reply-ask")}</Button>
        {asks.value && <Write suggestion={suggestion} says="ask" sent={() => (asks.value = false)} />}
        <Button kind="quiet" wide press={answer("no")}>{t("reply-no-thanks")}</Button>
      </div>
      <p class="hint suggested-no">{t("reply-no-words")}</p>
    </section>
  );
}
