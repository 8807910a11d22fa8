/** Choosing: another programme, other exercises in place of its own, and in which order. Only screens that choose need it. */
import type { Programme } from "../content/types.ts";
import type { Plan } from "../record/kinds.ts";
import type { Day } from "../dates.ts";
import type { Entry, Version } from "../record/versions.ts";
import { ofKind } from "./sessions.ts";

/** The most that a plan may name. */
export const MOST_EXERCISES = 20;

/** The plan with these exercises; without a choice of its own where they are the programme's, in its order. */
export function withExercises(plan: Plan, programme: Programme, chosen: readonly string[]): Plan {
  const { exercises: _before, ...rest } = plan;
  const own = programme.exercises.map(({ slug }) => slug);
  const same = own.length === chosen.length && own.every((slug, index) => slug === chosen[index]);
  return same ? rest : { ...rest, exercises: [...chosen] };
}

/** The plan in another programme from `day` on: its days and times stay, and the new programme's own list comes with it. */
export function inProgramme(plan: Plan, programme: string, day: Day): Plan {
  const { exercises: _before, ...rest } = plan;
  return programme === plan.programme ? rest : { ...rest, programme, started_on: day };
}

/** The list with one exercise a place earlier or later; the same list at its ends. */
export function moved(chosen: readonly string[], slug: string, by: -1 | 1): string[] {
  const from = chosen.indexOf(slug);
  const to = from + by;
  if (from < 0 || to < 0 || to >= chosen.length) return [...chosen];
  return chosen.toSpliced(from, 1).toSpliced(to, 0, slug);
}

/** The newest version that says other exercises than the one it corrects, since the programme is what it is. */
export function lastPicked({ head, versions }: Entry<"plan">): Version<"plan"> | null {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const picked = (version?: Version<"plan">) => JSON.stringify(version?.body?.exercises ?? null);
  for (let version = head; ; ) {
    const before = byId.get(version.previous ?? "");
    const began = before?.body?.programme !== version.body?.programme;
    if (began) return version.body?.exercises ? version : null;
    if (picked(version) !== picked(before)) return version;
    version = before!;
  }
}

/**
 * The level last chosen for an exercise in another programme, while none was chosen in this one: something to start
 * from, if the person says so. Null when that is level 1, where everybody starts.
 */
export function levelElsewhere(entries: readonly Entry[], programme: string, exercise: string): number | null {
  const choices = ofKind(entries, "level").filter(({ body }) => body.exercise === exercise);
  if (choices.some(({ body }) => body.programme === programme)) return null;
  const level = choices.at(-1)?.body.level ?? 1;
  return level > 1 ? level : null;
}
