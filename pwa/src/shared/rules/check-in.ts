/**
 * One check-in as it goes on: which sections it has, how far each has come, and the entry that it makes. Nothing here
 * looks at what an answer says, only at whether it is there.
 */
import type { Pathway, PathwayContact } from "../content/pathway-types.ts";
import type { Answers, Questionnaire, Questionnaires, Values } from "../content/questionnaire-types.ts";
import { versionOf } from "../content/questionnaires.ts";
import type { Day } from "../dates.ts";
import type { CheckIn, OnPathway } from "../record/kinds.ts";
import { isAsked, missing } from "./answers.ts";
import { isWithin } from "./repeats.ts";

/** What is held of a check-in while it goes on: all that its entry says, and what only matters until it is done. */
export interface Held {
  /** the id of its entry, once something was saved */
  entry: string | null;
  on: Day;
  answers: { [measure: string]: Answered };
  topics: string[];
  refers: string[];
  goal_reviewed: boolean;
  /** what stands in a field and cannot be taken as an answer, by measure and item: nobody loses what they typed */
  typed?: { [measure: string]: Typed };
  /** the list of signs: null until it was looked at, "yes" while help was shown and the person has not come back to it */
  signs: "yes" | "done" | null;
  /** sections that are not measures and were left for later */
  left: string[];
}

export interface Answered extends Answers {
  left: boolean;
}

export type Typed = { readonly [item: string]: string };

export type State = "not-begun" | "begun" | "done" | "left";

/** A part of a check-in. Its id is the measure's slug, or what it is; it stands in the address. */
export interface Section {
  id: string;
  kind: "signs" | "measure" | "topics" | "goal" | "onward";
  /** of a measure: offered, and not asked of everybody */
  optional: boolean;
}

/** A check-in that nobody has begun. */
export const freshCheckIn = (on: Day): Held =>
  ({ entry: null, on, answers: {}, topics: [], refers: [], goal_reviewed: false, signs: null, left: [] });

/** One that was begun: what its entry says, and of an earlier draft what the entry does not have. */
export function heldWith(held: Held, entry: string, { on, answers, topics, refers, goal_reviewed, signs }: CheckIn): Held {
  return {
    ...held, entry, on,
    answers: { ...answers, ...held.answers },
    topics: [...new Set([...topics, ...held.topics])],
    refers: [...new Set([...refers, ...held.refers])],
    goal_reviewed: goal_reviewed || held.goal_reviewed,
    signs: held.signs ?? (signs ? "done" : null),
  };
}

/** Asks about the plan, so it comes once there is one. */
export const ABOUT_PLAN = "confidence";

/**
 * The sections of a contact for somebody, in order. An instrument that has no wording here is no section, and neither is
 * one whose every question others ask at the same contact; `answered` are those that have answers already, which stay.
 */
export function sectionsOf(
  pathway: Pathway, contact: PathwayContact, { extra }: Pick<OnPathway, "extra">, asks: Questionnaires, answered: readonly string[] = [],
): Section[] {
  const other = (kind: Section["kind"], there: boolean): Section[] => (there ? [{ id: kind, kind, optional: false }] : []);
  const asked = [...new Set([...contact.measures, ...extra])];
  const offered = contact.optional.filter((slug) => !asked.includes(slug));
  const others = asked.flatMap((slug) => asks[slug] ?? []);
  const isSection = (slug: string) => asks[slug]?.shipped === "wording" && (answered.includes(slug) || !isWithin(asks[slug], others));
  const measures = (slugs: string[], optional: boolean) => slugs.filter(isSection).map((id): Section => ({ id, kind: "measure", optional }));
  const late = (slug: string) => slug === ABOUT_PLAN && contact.goal_review;
  return [
    ...other("signs", pathway.safety.length > 0),
    ...measures(asked.filter((slug) => !late(slug)), false),
    ...measures(offered.filter((slug) => !late(slug)), true),
    ...other("topics", contact.topics.length > 0),
    ...other("goal", contact.goal_review),
    ...measures(asked.filter(late), false),
    ...measures(offered.filter(late), true),
    ...other("onward", onwardOf(pathway, contact).length > 0),
  ];
}

/** The ways on that everybody is shown at a contact: its own, and always NHS Talking Therapies. */
export function onwardOf(pathway: Pathway, { refers }: PathwayContact): Pathway["routes"] {
  return pathway.routes.filter(({ slug, kind }) => refers.includes(slug) || kind === "talking-therapies");
}

/** How far a section has come. */
export function stateOf({ id, kind }: Section, held: Held, asks: Questionnaires, onward: readonly string[], topics: readonly string[]): State {
  if (kind === "measure") return measureState(held.answers[id], held.typed?.[id], asks[id]);
  const done = {
    signs: held.signs === "done",
    topics: topics.every((slug) => held.topics.includes(slug)),
    goal: held.goal_reviewed,
    onward: onward.every((slug) => held.refers.includes(slug)),
  }[kind];
  if (done) return "done";
  if (held.left.includes(id)) return "left";
  return kind === "signs" && held.signs === "yes" ? "begun" : "not-begun";
}

function measureState(answered: Answered | undefined, typed: Typed | undefined, newest: Questionnaire | undefined): State {
  if (!answered) return "not-begun";
  const asked = versionOf(newest, answered.version);
  const stuck = asked ? untaken(asked, answered.values, typed) : [];
  const any = stuck.length > 0 || Object.keys(answered.values).length > 0;
  if (any && !stuck.length && asked && !missing(asked, answered.values).length) return "done";
  if (answered.left) return "left";
  return any ? "begun" : "not-begun";
}

/** The items with something typed in that cannot be taken, of those that are asked; in order. */
export const untaken = (asked: Questionnaire, values: Values, typed: Typed = {}): string[] =>
  asked.items.filter((item) => typed[item.id] !== undefined && isAsked(asked, item, values)).map(({ id }) => id);

/** The person's own words from the check-in before, for what is rated again in the same words. */
export function wordsBefore(asked: Questionnaire, before: Answers | undefined): Values {
  if (before?.version !== asked.version) return {};
  const texts = new Set(asked.items.map(({ about }) => about));
  return Object.fromEntries(Object.entries(before.values).filter(([id]) => texts.has(id)));
}

/** The body of the entry. An instrument with no answer is in it only if it was left for later. */
export function bodyOf(held: Held, { pathway, version }: Pick<OnPathway, "pathway" | "version">, contact: string, by: CheckIn["with"], state: CheckIn["state"]): CheckIn {
  const answers = Object.entries(held.answers).filter(([, { values, left }]) => left || Object.keys(values).length);
  const { on, topics, refers, goal_reviewed, signs } = held;
  return {
    pathway, version, contact, with: by, state, on, answers: Object.fromEntries(answers), topics, refers, goal_reviewed,
    ...(signs === "done" && { signs: true }),
  };
}

/** Whether somebody has come as far as the contact from which on they may end early: it is done, or a later one, or it is due. */
export function mayFinishEarly(pathway: Pathway, contacts: readonly PathwayContact[], done: ReadonlySet<string>, due: string | null): boolean {
  const place = (slug: string) => contacts.findIndex((contact) => contact.slug === slug);
  const from = Math.max(0, place(pathway.early_finish.from));
  return [...done, ...(due ? [due] : [])].some((slug) => place(slug) >= from);
}
