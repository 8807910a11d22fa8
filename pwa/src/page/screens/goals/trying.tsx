/** Saving with the failures said: the phone's own, or for what staff send, the sending's. */
import { type Signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { NoAnswer } from "../../../shared/api/client.ts";
import { Notice } from "../../components/Notice.tsx";
import { isQuiet } from "../../components/Proof.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { reasonOf } from "../../reasons.ts";
import { t } from "./words.ts";

export function useTrying(sent: boolean): ReturnType<typeof useSaving> {
  const own = useSaving();
  const trouble = useSignal("");
  const sending = useMemo(() => ({ try: (save: () => Promise<unknown>) => send(save, trouble), Trouble: () => <Words trouble={trouble} /> }), []);
  return sent ? sending : own;
}

async function send(save: () => Promise<unknown>, trouble: Signal<string>): Promise<boolean> {
  trouble.value = "";
  try {
    await save();
    return true;
  } catch (error) {
    if (!isQuiet(error)) trouble.value = error instanceof NoAnswer ? t("goals-with-offline") : t("goals-with-failed", { reason: reasonOf(error) });
    return false;
  }
}

function Words({ trouble }: { trouble: Signal<string> }) {
  return trouble.value ? <Notice kind="stop" urgent><p>{trouble.value}</p></Notice> : null;
}
