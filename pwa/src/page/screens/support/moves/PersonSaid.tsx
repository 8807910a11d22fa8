import { useSignal } from "@preact/signals";
import { Button } from "../../../components/Button.tsx";
import { Words } from "../fields.tsx";
import type { OneProps } from "../One.tsx";
import { t } from "../words.ts";
import { useMove } from "./useMove.tsx";

/** What they said to it, for whoever has no phone or said it in a conversation. */
export function PersonSaid({ one, called }: OneProps) {
  const words = useSignal("");
  const move = useMove(one.id);
  const said = (kind: "yes" | "no") => () => move.take({ kind, side: "person", words: words.value }, t("sup-saved"));
  return (
    <>
      <Words question={t("sup-person-words", { called })} hint={t("sup-optional")} rows={2} value={words.value} change={(text) => (words.value = text)} />
      <move.Trouble />
      <div class="buttons">
        <Button press={said("yes")}>{t("sup-person-yes", { called })}</Button>
        <Button kind="quiet" press={said("no")}>{t("sup-person-no", { called })}</Button>
      </div>
    </>
  );
}
