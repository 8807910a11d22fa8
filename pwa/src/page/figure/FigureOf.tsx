import type { LibraryExercise } from "../../shared/content/library-types.ts";
import { libraryHere } from "../programmes.ts";
import { ExerciseFigure } from "./ExerciseFigure.tsx";

/** The picture of an exercise by its slug; nothing while the library is not on this phone. */
export default function FigureOf({ slug }: { slug: string }) {
  const exercise = libraryHere()?.find((each) => each.slug === slug) as LibraryExercise | undefined;
  return exercise ? <ExerciseFigure key={slug} exercise={exercise} /> : null;
}
