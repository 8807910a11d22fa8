import { useSignal } from "@preact/signals";
import type { Schemas } from "../../../../shared/api/schema.d.ts";
import { Button } from "../../../components/Button.tsx";
import { OneOf } from "../chips.tsx";
import { Words } from "../fields.tsx";
import type { OneProps } from "../One.tsx";
import { t } from "../words.ts";
import { useMove } from "./useMove.tsx";

type Outcome = NonNullable<Schemas["NewStep"]["outcome"]>;
const OUTCOMES: readonly Outcome[] = ["going-on", "done", "stopped", "not-suitable", "full", "other"];
const BEFORE: readonly Outcome[] = ["not-suitable", "full", "other"];

/** How it ended; or the suggestion is taken back. */
export function Ending({ one, called }: OneProps) {
  const outcome = useSignal<Outcome | null>(null);
  const words = useSignal("");
  const move = useMove(one.id);
  const options = one.visits || one.kind !== "activity" ? OUTCOMES.filter((each) => each !== "full" || one.kind === "activity") : BEFORE;
  const finish = () => (outcome.value ? move.take({ kind: "finish", outcome: outcome.value, words: words.value }, t("sup-saved")) : move.say(t("sup-close-needed")));
  return (
    <>
      <OneOf question={t("sup-close-how")} options={options} words={(each) => t("sup-ended", { outcome: each })} chosen={outcome.value} choose={(each) => (outcome.value = each)} />
      <Words question={t("sup-end-words")} hint={t("sup-end-hint", { called })} rows={2} value={words.value} change={(text) => (words.value = text)} />
      <move.Trouble />
      <div class="buttons">
        <Button press={finish}>{t("sup-end-do")}</Button>
        <Button kind="stop" press={() => move.take({ kind: "withdraw", words: words.value }, t("sup-withdrawn"))}>{t("sup-withdraw")}</Button>
      </div>
    </>
  );
}
