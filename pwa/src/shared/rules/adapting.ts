/** Which programme somebody follows, and their own choice of exercises in place of its list. */
import type { Exercise, Programme } from "../content/types.ts";
import type { Entry } from "../record/versions.ts";
import { ofKind } from "./sessions.ts";

/** What is chosen from: an exercise, and in the library its group and what can be done instead, sitting down. */
export interface Choosable extends Exercise {
  group?: string;
  seated?: string | null;
  search?: string[];
}

/** The plan that is followed now, whatever its programme: the latest, if two phones each made one. */
export const planNow = (entries: readonly Entry[]): Entry<"plan"> | undefined => ofKind(entries, "plan").at(-1);

/**
 * The programme with these exercises in place of its own, in their order: its own where it has them, else the library's.
 * One that neither has is left out, and its place in the plan stays.
 */
export function adapted(programme: Programme, chosen: readonly string[], library: readonly Choosable[]): Programme {
  const known = new Map<string, Exercise>([...library, ...programme.exercises].map((exercise) => [exercise.slug, exercise]));
  const exercises = chosen.map((slug) => known.get(slug)).filter((exercise) => exercise !== undefined);
  return {
    ...programme, exercises,
    approved: programme.approved && exercises.every((exercise) => exercise.approved),
    gentle: { ...programme.gentle, exercises: gentleOf(programme, exercises) },
  };
}

/** For a bad day: those chosen of its list; else, no more of them, those done sitting down; else the first. */
function gentleOf({ gentle }: Programme, exercises: readonly Exercise[]): string[] {
  const slugs = exercises.map(({ slug }) => slug);
  const listed = gentle.exercises.filter((slug) => slugs.includes(slug));
  if (listed.length) return listed;
  const seated = exercises.filter(({ position }) => position === "sitting").map(({ slug }) => slug);
  return (seated.length ? seated : slugs.slice(0, 1)).slice(0, gentle.exercises.length);
}
