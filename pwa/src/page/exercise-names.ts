/** What an exercise is called, also one of a programme that is not followed any more. */
import { libraryHere } from "./programmes.ts";
import { programme } from "./state.ts";

export function exerciseName(slug: string): string {
  const named = (exercise: { slug: string }) => exercise.slug === slug;
  return (programme.value?.exercises.find(named) ?? libraryHere()?.find(named))?.title ?? slug;
}
