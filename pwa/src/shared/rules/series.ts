/** What was answered at each contact of a pathway, put side by side: the first, the last, and what lies between. */
import type { Pathways } from "../content/pathway-types.ts";
import type { Questionnaire, Questionnaires, Score, Values } from "../content/questionnaire-types.ts";
import { versionOf } from "../content/questionnaires.ts";
import type { Day } from "../dates.ts";
import type { CheckIn } from "../record/kinds.ts";
import type { Entry } from "../record/versions.ts";
import { checkInsOf } from "./contacts.ts";
import { contactsFor } from "./due.ts";
import { type Change, changeSince } from "./score-change.ts";
import { scoreOf } from "./scoring.ts";

/** One contact of a series (a score from elsewhere has no title): its value is null where the measure was not answered there, or in another version. */
export interface Point {
  contact: string;
  title: string;
  on: Day;
  value: number | null;
}

/** One score over the contacts that are done. `change` is from the first value to the last; null without two to compare. */
export interface Series {
  score: Score;
  points: Point[];
  /** the last answers that it was made of */
  last: Values;
  change: Change | null;
}

/** The newest version that was answered, and its scores. */
export interface Measured {
  asked: Questionnaire;
  series: Series[];
}

/** A check-in that is done, with the title of its contact. */
export interface Done {
  title: string;
  body: CheckIn;
}

/** The check-ins of a pathway that are done, in the order of its contacts; of two for one contact the later. */
export function doneOf(entries: readonly Entry[], pathways: Pathways, on: Entry<"pathway">): Done[] {
  const known = pathways[on.body.pathway];
  if (!known) return [];
  const done = checkInsOf(entries, on).filter(({ body }) => body.state === "done");
  return contactsFor(known, on.body.variant).flatMap(({ slug, title }) => {
    const found = done.filter(({ body }) => body.contact === slug).toSorted((a, b) => (a.body.on < b.body.on ? 1 : -1))[0];
    return found ? [{ title, body: found.body }] : [];
  });
}

/** Every measure that was answered at any of them; those of `order` come first. */
export function measuredAt(done: readonly Done[], asks: Questionnaires, order: readonly string[]): Measured[] {
  const answered = new Set(done.flatMap(({ body }) => Object.keys(body.answers)));
  return [...new Set([...order, ...answered])].filter((slug) => answered.has(slug)).flatMap((slug) => measured(slug, done, asks));
}

function measured(slug: string, done: readonly Done[], asks: Questionnaires): Measured[] {
  const newest = Math.max(...done.flatMap(({ body }) => body.answers[slug]?.version ?? []));
  const asked = versionOf(asks[slug], newest);
  const series = asked?.scores.map((score) => seriesOf(asked, score, done)).filter(({ points }) => points.some(({ value }) => value !== null));
  return asked && series?.length ? [{ asked, series }] : [];
}

function seriesOf(asked: Questionnaire, score: Score, done: readonly Done[]): Series {
  const points = done.map(({ title, body: { contact, on, answers } }) => {
    const given = answers[asked.slug];
    return { contact, title, on, value: given?.version === asked.version ? scoreOf(asked, score, given.values).value : null };
  });
  const said = done.filter((_, index) => points[index]!.value !== null).map(({ body }) => body.answers[asked.slug]!);
  const [first, last] = [said[0], said.at(-1)];
  return { score, points, last: last?.values ?? {}, change: first && last && first !== last ? changeSince(asked, score.id, first, last) : null };
}
