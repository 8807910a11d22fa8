/** Saving the plan: always a new version of its one entry, and always with a way back to the version before. */
import type { Plan } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { record } from "../../state.ts";
import { offerUndo } from "../../undo.ts";

/** Saves `next` in place of `before`, goes on with `then` and offers Undo, said in `words`. */
export async function changePlan(before: Entry<"plan">, next: Plan, words: string, then?: () => void): Promise<void> {
  const said = before.body;
  await record.value!.save("plan", next, { entry: before.id });
  then?.();
  scrollTo(0, 0);
  offerUndo({ words, entry: before.id, undo: () => record.value!.save("plan", said, { entry: before.id }) });
}

/** Starts a programme, goes on with `then` and offers Undo, said in `words`. */
export async function startPlan(plan: Plan, words: string, then?: () => void): Promise<void> {
  const { id } = await record.value!.save("plan", plan);
  then?.();
  scrollTo(0, 0);
  offerUndo({ words, entry: id, undo: () => record.value!.remove(id) });
}
