import { useSignal } from "@preact/signals";
import { Button } from "../../../components/Button.tsx";
import { DayAndTime, OneLine } from "../fields.tsx";
import type { OneProps } from "../One.tsx";
import { t } from "../words.ts";
import { instantOf, localOf, useMove } from "./useMove.tsx";

/**
 * A visit with its plan: when, who meets them, how they get there, what to wear. What was offered stands there already; of
 * a visit that did not happen all but its day.
 */
export function Visit({ one, called }: OneProps) {
  const last = one.steps.findLast(({ kind }) => kind === "book" || kind === "offer")?.said ?? {};
  const start = useSignal(one.state === "missed" ? "" : localOf(one.first_at ?? (last["start"] as string | undefined) ?? null));
  const meets = useSignal(String(last["meets"] ?? ""));
  const getting = useSignal(String(last["getting"] ?? ""));
  const wear = useSignal(String(last["wear"] ?? ""));
  const move = useMove(one.id);
  const save = () => {
    const at = instantOf(start.value);
    if (!at) return move.say(t("sup-visit-needed"));
    return move.take({ kind: "book", start: at, meets: meets.value, getting: getting.value, wear: wear.value }, t("sup-visit-kept", { called }));
  };
  return (
    <>
      <DayAndTime question={t("sup-visit-when")} value={start.value} change={(value) => (start.value = value)} />
      <OneLine question={t("sup-visit-meets")} hint={t("sup-optional")} value={meets.value} change={(text) => (meets.value = text)} />
      <OneLine question={t("sup-visit-getting")} hint={t("sup-optional")} value={getting.value} change={(text) => (getting.value = text)} />
      <OneLine question={t("sup-visit-wear")} hint={t("sup-optional")} value={wear.value} change={(text) => (wear.value = text)} />
      <move.Trouble />
      <Button press={save}>{t("sup-visit-do")}</Button>
    </>
  );
}
