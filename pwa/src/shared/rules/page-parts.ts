/** The parts of somebody's social prescribing page: which version of each counts, when several people wrote. */
import type { Schemas } from "../api/schema.d.ts";

type Step = Schemas["Step"];
export type Section = NonNullable<Schemas["NewStep"]["section"]>;

/** In the order in which they are read: PRSB Social Prescribing v1.1. */
export const SECTIONS: readonly Section[] = [
  "about-me", "how-to-support", "requirements", "travel", "matters", "needs", "plan", "safeguarding", "risks", "social", "services", "practice", "consent",
];

export interface Part {
  /** what counts now, the newest first: more than one were written at once, and somebody must join them */
  now: Step[];
  /** what was said before, the newest first */
  before: Step[];
}

/** What a part says: nothing that another version was written over or joined counts. `page` is oldest first. */
export function partOf(page: readonly Step[], section: Section): Part {
  const all = page.filter(({ kind, said }) => kind === "section" && said["section"] === section).toReversed();
  const over = new Set(all.flatMap(({ previous, said }) => [...(previous ? [previous] : []), ...((said["also"] ?? []) as string[])]));
  return { now: all.filter(({ id }) => !over.has(id)), before: all.filter(({ id }) => over.has(id)) };
}

/** What a version that is written over these names as what it says anew. */
export const over = (now: readonly Step[]): { previous?: string; also?: string[] } =>
  now.length > 1 ? { previous: now[0]!.id, also: now.map(({ id }) => id) } : now[0] ? { previous: now[0].id } : {};
