import { useSignal } from "@preact/signals";
import { Button } from "../../../components/Button.tsx";
import { Choice } from "../../../components/Choice.tsx";
import { t as diary } from "../../person/words.ts";
import { OneLine, Words } from "../fields.tsx";
import type { OneProps } from "../One.tsx";
import { t } from "../words.ts";
import { useMove } from "./useMove.tsx";

/** What a group is told, filled in from what they said about themselves, and nothing more; after they agreed to it. */
export function TellGroup({ opened, one, called }: OneProps) {
  const about = opened.support.about;
  const helps = [...(about?.adjustments ?? []).map((slug) => diary("person-adjustment", { slug })), about?.other_adjustments].filter(Boolean).join(", ");
  const contact = useSignal(about?.reach_at ?? "");
  const adjustments = useSignal(helps);
  const words = useSignal("");
  const agreed = useSignal(false);
  const move = useMove(one.id);
  const send = () => {
    if (!agreed.value) return move.say(t("sup-tell-agreed-needed", { called }));
    return move.take({ kind: "send", agreed: true, contact: contact.value, adjustments: adjustments.value, words: words.value }, t("sup-told"));
  };
  return (
    <>
      <p>{t(one.organisation ? "sup-tell-here" : "sup-tell-elsewhere", { called })}</p>
      <OneLine question={t("sup-tell-contact")} hint={t("sup-tell-contact-hint")} value={contact.value} change={(text) => (contact.value = text)} />
      <Words question={t("sup-tell-adjustments")} hint={t("sup-optional")} rows={2} value={adjustments.value} change={(text) => (adjustments.value = text)} />
      <Words question={t("sup-tell-words")} hint={t("sup-tell-words-hint")} rows={2} value={words.value} change={(text) => (words.value = text)} />
      <div class="choices support-accept">
        <Choice kind="checkbox" name="agreed" value="yes" chosen={agreed.value} choose={(on) => (agreed.value = on)}>{t("sup-tell-agreed", { called })}</Choice>
      </div>
      <move.Trouble />
      <Button press={send}>{t("sup-tell-do")}</Button>
    </>
  );
}
