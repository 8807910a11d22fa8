import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Entry } from "../../../shared/record/versions.ts";
import { announce } from "../../announce.ts";
import type { Form } from "../../draft.ts";

/**
 * Begins again from the plan as it is, and says so in `words`, when it was changed elsewhere: saving must not undo that
 * unseen. `from` is the version of the plan that a form was begun from.
 */
export function useOvertaken<T extends { from: string }>(draft: Form<T>, plan: Entry<"plan">, words: string) {
  const said = useSignal(false);
  const saving = useRef(false);
  const form = draft.value.value;
  const overtaken = form !== null && form.from !== plan.head.id;
  useEffect(() => {
    if (!overtaken || saving.current) return;
    draft.startAgain();
    said.value = true;
    announce(words);
  }, [overtaken]);
  return { said, saving };
}
