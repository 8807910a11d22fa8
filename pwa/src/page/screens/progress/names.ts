import type { Plan } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { exerciseName } from "../../exercise-names.ts";
import { allNamed } from "../../named.ts";
import { allRead, programmeNamed } from "../../programmes.ts";

/** Waits until whatever these entries name can be said by its name, for what is made in one go, such as a file. */
export async function namesFor(entries: readonly Entry[]): Promise<void> {
  for (const { kind, body } of entries) {
    if ("exercise" in body) exerciseName(body.exercise);
    if (kind !== "plan") continue;
    const { programme, exercises } = body as Plan;
    programmeNamed(programme);
    exercises?.forEach(exerciseName);
  }
  await Promise.all([allRead(), allNamed()]);
}
