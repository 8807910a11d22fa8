import { useSignal } from "@preact/signals";
import { Button } from "../../../components/Button.tsx";
import { OneOf } from "../chips.tsx";
import { Words } from "../fields.tsx";
import type { OneProps } from "../One.tsx";
import { t } from "../words.ts";
import { useMove } from "./useMove.tsx";

/** A message to the person or to the group: each reads its own alone. A group can be written to once it was told. */
export function Message({ one, called }: OneProps) {
  const told = one.organisation !== null && one.steps.some(({ kind }) => kind === "send");
  const to = useSignal<"person" | "group">("person");
  const words = useSignal(kindWords(one));
  const move = useMove(one.id);
  const send = async () => {
    if (!words.value.trim()) return move.say(t("sup-part-needed"));
    if (await move.take({ kind: "say", to: to.value, words: words.value }, t("sup-said"))) words.value = "";
  };
  return (
    <>
      {told && <OneOf question={t("sup-message-to")} options={["person", "group"] as const} words={(side) => t("sup-side-name", { side, called })} chosen={to.value} choose={(side) => (to.value = side)} />}
      <Words question={t("sup-message-words")} hint={t("sup-message-hint", { side: to.value, called })} value={words.value} change={(text) => (words.value = text)} />
      <move.Trouble />
      <Button press={send}>{t("sup-message-do")}</Button>
    </>
  );
}

/** Who did not come, and has heard nothing since, is met with kind words, as where a worker writes it down. */
function kindWords({ state, name, steps }: OneProps["one"]): string {
  const missed = steps.findLastIndex(({ kind }) => kind === "missed");
  const written = steps.slice(missed).some(({ kind, side }) => kind === "say" && side === "worker");
  return state === "missed" && missed >= 0 && !written ? t("sup-missed-kind", { name }) : "";
}
