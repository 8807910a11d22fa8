/** How long exercises take at their lowest level, done at the content's own pace. */
import type { Exercise } from "../content/types.ts";
import { stepsOf } from "./player.ts";

const STEP_MINUTES = 5;

/** Minutes, to the nearest 5 and at least 5: getting ready is different for everybody. */
export function minutesOf(exercises: readonly Exercise[]): number {
  const seconds = exercises.flatMap(({ kind, levels, sided }) => stepsOf(kind, levels[0]!, sided))
    .reduce((sum, step) => sum + step.reps * (step.seconds + step.release), 0);
  return Math.max(1, Math.round(seconds / 60 / STEP_MINUTES)) * STEP_MINUTES;
}
