/**
 * Which contact of a pathway is due, and since when or until when. A calendar, and nothing more: no answer is looked at.
 * The same rule with the same worked cases (tests/verification/due.yaml) is in jointly.checkins.rules.
 */
import { addDays, type Day, daysBetween } from "../dates.ts";
import type { Pathway, PathwayContact } from "../content/pathway-types.ts";

/** A contact and the days on which it is due, both included, counted from the day the pathway started. */
export type Window = Pick<PathwayContact, "slug" | "due_from_day" | "due_to_day">;

export interface Standing {
  state: "due" | "overdue" | "not-yet" | "finished";
  /** null when finished, as are `from` and `to` */
  contact: string | null;
  /** first and last day on which it is due */
  from: Day | null;
  to: Day | null;
  /** due: days left after today; overdue: days since the last one; not-yet: days until the first one; finished: 0 */
  days: number;
}

export interface StandingQuestion {
  started_on: Day;
  ended: Day | null;
  /** the contacts that are done, on whatever day */
  done: ReadonlySet<string>;
  today: Day;
}

/**
 * The contacts that somebody on this variant has, or that everybody has while none is chosen, with what the variant asks
 * and talks about on top.
 */
export function contactsFor(pathway: Pathway, variant: string | null): PathwayContact[] {
  const more = pathway.variants.find(({ slug }) => slug === variant);
  const together = (own: string[], added: string[] = []) => [...new Set([...own, ...added])];
  return pathway.contacts
    .filter(({ only_for }) => !only_for.length || (variant !== null && only_for.includes(variant)))
    .map((contact) => ({
      ...contact,
      measures: together(contact.measures, more?.measures),
      optional: contact.optional.filter((slug) => !more?.measures.includes(slug)),
      topics: together(contact.topics, more?.topics),
    }));
}

/**
 * Where somebody stands: which contact is next, and whether it is due. A pathway that has ended is finished, whatever was
 * left. A contact that is done counts whenever it was done; contacts before the latest of those that are done are behind
 * the person. Of those still open it is the first, or a later one whose window has begun: what was missed is passed over
 * then. The first contact of all is never passed over for time alone, as everything later is compared with it.
 */
export function standing(pathway: readonly Window[], { started_on, ended, done, today }: StandingQuestion): Standing {
  const behind = pathway.findLastIndex(({ slug }) => done.has(slug));
  const open = pathway.slice(behind + 1);
  const begun = open.filter(({ due_from_day }) => addDays(started_on, due_from_day) <= today);
  const at = behind >= 0 ? (begun.at(-1) ?? open[0]) : open[0];
  if (ended !== null || !at) return { state: "finished", contact: null, from: null, to: null, days: 0 };
  const from = addDays(started_on, at.due_from_day);
  const to = addDays(started_on, at.due_to_day);
  const found = { contact: at.slug, from, to };
  if (today < from) return { state: "not-yet", ...found, days: daysBetween(today, from) };
  if (today <= to) return { state: "due", ...found, days: daysBetween(today, to) };
  return { state: "overdue", ...found, days: daysBetween(to, today) };
}
