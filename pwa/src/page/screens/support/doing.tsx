import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { NoAnswer } from "../../../shared/api/client.ts";
import { Notice } from "../../components/Notice.tsx";
import { isQuiet } from "../../components/Proof.tsx";
import { reasonOf } from "../../reasons.ts";
import { t } from "./words.ts";

/** Sending what a form holds: what went wrong is said beside it, and the form keeps everything. */
export function useDoing() {
  const trouble = useSignal("");
  return useMemo(() => ({
    /** Whether it was done. */
    async run(work: () => Promise<unknown>): Promise<boolean> {
      trouble.value = "";
      try {
        await work();
        return true;
      } catch (error) {
        trouble.value = isQuiet(error) ? "" : error instanceof NoAnswer ? t("sup-offline") : t("sup-failed", { reason: reasonOf(error) });
        return false;
      }
    },
    say(words: string): void {
      trouble.value = words;
    },
    Trouble: () => (trouble.value ? <Notice kind="stop" urgent><p>{trouble.value}</p></Notice> : null),
  }), []);
}
