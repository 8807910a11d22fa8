import { useSignal } from "@preact/signals";
import { announce } from "../../announce.ts";
import { Notice } from "../../components/Notice.tsx";
import { withProof } from "../../components/Proof.tsx";
import { troubleWords } from "./words.ts";

/** Doing something that the service must do: with a proof where it wants one, and what came of it said. */
export function useDoing() {
  const trouble = useSignal("");
  const done = useSignal("");
  /** Whether it was done; `said` is what is said then. */
  const run = async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    trouble.value = done.value = "";
    try {
      await withProof(work);
      done.value = said;
      announce(said);
      return true;
    } catch (error) {
      trouble.value = troubleWords(error);
      return false;
    }
  };
  return { trouble, done, run };
}

/** What came of it. */
export function Came({ of: { trouble, done } }: { of: ReturnType<typeof useDoing> }) {
  if (trouble.value) return <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>;
  return done.value ? <Notice><p>{done.value}</p></Notice> : null;
}

/** To the first field that has to be looked at again, once that has been drawn. */
export function focusWrong(): void {
  setTimeout(() => document.querySelector<HTMLElement>(".field.wrong :is(input:not([type=color]), textarea)")?.focus());
}
