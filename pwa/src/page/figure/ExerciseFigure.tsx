import type { LibraryExercise } from "../../shared/content/library-types.ts";
import { Figure } from "./Figure.tsx";

/** Seconds of one repetition that is held, or counted by the clock: long enough to see, too short to wait for. */
const USUAL = { reps: 4, hold: 6, timed: 4 } as const;
const QUICKEST = 2.5;
const SLOWEST = 9;

/** The picture of an exercise of the library. */
export function ExerciseFigure({ exercise, still }: { exercise: LibraryExercise; still?: boolean }) {
  return <Figure facts={exercise.figure} words={exercise.picture} seconds={secondsOf(exercise)} still={still} />;
}

/** How long a whole round takes; both sides of it where they take turns. */
export function secondsOf({ figure, kind, levels }: Pick<LibraryExercise, "figure" | "kind" | "levels">): number {
  const asked = figure.seconds ?? (kind === "reps" ? levels[0]?.seconds_a_rep : null) ?? USUAL[kind];
  return (figure.seconds ?? Math.min(SLOWEST, Math.max(QUICKEST, asked))) * (figure.alternate ? 2 : 1);
}
