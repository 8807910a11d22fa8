/**
 * Measures that a worker asks beside any pathway, such as ONS4 at the start of somebody's support and later; and the first
 * and the latest of each. They are check-ins as any other, so that everybody who reads those reads them too.
 */
import type { Questionnaire, Questionnaires, Score, Values } from "../content/questionnaire-types.ts";
import { addDays, type Day } from "../dates.ts";
import { type CheckIn, MEASURED } from "../record/kinds.ts";
import type { Entry, How } from "../record/versions.ts";
import { scoredSince } from "./score-series.ts";
import { measuredAt, type Point } from "./series.ts";
import { ofKind } from "./sessions.ts";

/** What is asked unless something else is chosen. */
export const FIRST_ASKED = "ons4";
/** Days before a referral that still count: as in the closing message (prescribing/messages/scores.py). */
const BEFORE_DAYS = 28;

/** Whether it can be asked on one screen: what is timed, or may open a help card, is asked in a check-in alone. */
export const mayBeAsked = ({ shipped, opens, scores }: Pick<Questionnaire, "shipped" | "opens" | "scores">): boolean =>
  shipped === "wording" && opens.length === 0 && scores.every(({ how }) => how !== "stands");

/** The check-in that the answers to one measure make. */
export const measuredIn = ({ slug, version }: Pick<Questionnaire, "slug" | "version">, values: Values, on: Day, way: How): CheckIn => ({
  pathway: MEASURED, version: 1, contact: "measures", with: way === "paper" ? "paper" : "together", state: "done", on,
  answers: { [slug]: { version, values: { ...values }, left: false } }, topics: [], refers: [], goal_reviewed: false,
});

/** The answers that were given to a measure last, for the words that are rated again. */
export const answeredLast = (entries: readonly Entry[], slug: string): CheckIn["answers"][string] | undefined =>
  ofKind(entries, "check-in").toSorted(byDay).findLast(({ body }) => body.answers[slug])?.body.answers[slug];

/** One score: the first time and, where it was there again, the latest. `values` are the answers of that. */
export interface FirstAndLatest {
  score: Score;
  values: Values;
  first: Point & { value: number };
  latest: (Point & { value: number }) | null;
}

/** A measure with its scores; `asked` is undefined for one that this content does not know. */
export interface MeasuredScores {
  slug: string;
  asked: Questionnaire | undefined;
  scores: FirstAndLatest[];
}

/** The first and the latest score of each measure since a referral came, or at all; ONS4 before all others. */
export function firstAndLatest(entries: readonly Entry[], asks: Questionnaires, received: Day | null): MeasuredScores[] {
  const from = received && addDays(received, -BEFORE_DAYS);
  const inside = entries.filter(({ body }) => from === null || ((body as { on?: Day }).on ?? "") >= from);
  const done = ofKind(inside, "check-in").filter(({ body }) => body.state === "done").toSorted(byDay).map(({ body }) => ({ title: "", body }));
  return [
    ...measuredAt(done, asks, [FIRST_ASKED]).map(({ asked, series }) => ({ slug: asked.slug, asked, scores: series.flatMap(endsOf) })),
    ...scoredSince(inside, asks).map(({ instrument, series }) => ({ slug: instrument, asked: asks[instrument], scores: series.flatMap(endsOf) })),
  ].filter(({ scores }) => scores.length);
}

/** Two that cannot be compared, such as own words that have changed, are not put beside each other: the latest stands alone. */
function endsOf({ score, points, change, last = {} }: { score: Score; points: Point[]; change: unknown; last?: Values }): FirstAndLatest[] {
  const said = points.filter((point): point is Point & { value: number } => point.value !== null);
  const [first, latest] = [said[0], said.at(-1)];
  if (!first || !latest) return [];
  return [change && first.on !== latest.on ? { score, values: last, first, latest } : { score, values: last, first: latest, latest: null }];
}

const byDay = (a: Entry<"check-in">, b: Entry<"check-in">): number => (a.body.on < b.body.on ? -1 : a.body.on > b.body.on ? 1 : a.instant - b.instant);
