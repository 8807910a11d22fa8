import { useSignal } from "@preact/signals";
import { Button } from "../../../components/Button.tsx";
import { OneOf } from "../chips.tsx";
import { DayAndTime, OneLine, Words } from "../fields.tsx";
import type { OneProps } from "../One.tsx";
import { t } from "../words.ts";
import { instantOf, useMove } from "./useMove.tsx";

const SAID = ["seen", "offer", "wait", "full", "unsuitable"] as const;

/** What the group said, on the phone or by letter: its own step, written down by the worker. */
export function GroupSaid({ one }: OneProps) {
  const kind = useSignal<(typeof SAID)[number] | null>(null);
  const start = useSignal("");
  const meets = useSignal("");
  const words = useSignal("");
  const move = useMove(one.id);
  const options = SAID.filter((each) => each !== "seen" || one.state === "sent");
  const save = async () => {
    const said = kind.value;
    if (!said) return move.say(t("sup-group-needed"));
    if (said === "unsuitable" && !words.value.trim()) return move.say(t("sup-group-why-needed"));
    const offer = said === "offer" ? { start: instantOf(start.value), meets: meets.value } : {};
    if (!(await move.take({ kind: said, side: "group", words: words.value, ...offer }, t("sup-saved")))) return;
    kind.value = null;
    words.value = "";
  };
  return (
    <>
      <OneOf question={t("sup-group-what")} options={options} words={(each) => t("sup-group-said", { kind: each })} chosen={kind.value} choose={(each) => (kind.value = each)} />
      {kind.value === "offer" && (
        <>
          <DayAndTime question={t("sup-visit-when")} value={start.value} change={(value) => (start.value = value)} />
          <OneLine question={t("sup-visit-meets")} hint={t("sup-optional")} value={meets.value} change={(text) => (meets.value = text)} />
        </>
      )}
      <Words question={t("sup-group-words")} hint={t(kind.value === "unsuitable" ? "sup-group-why-hint" : "sup-optional")} rows={2} value={words.value} change={(text) => (words.value = text)} />
      <move.Trouble />
      <Button press={save}>{t("sup-save")}</Button>
    </>
  );
}
