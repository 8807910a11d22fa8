/** Scores from elsewhere, side by side: the first and the last of the same form. Nothing is compared between two versions. */
import type { Questionnaires, Score as Asked } from "../content/questionnaire-types.ts";
import type { Day } from "../dates.ts";
import type { Entry } from "../record/versions.ts";
import { changeBetween } from "./score-change.ts";
import type { Series } from "./series.ts";
import { ofKind } from "./sessions.ts";

/** One form in one version, as it is printed on it, and each of its numbers over time. */
export interface Scored {
  instrument: string;
  version: string;
  series: Omit<Series, "last">[];
}

/** As a total is called in a record of a score, and in the content. */
const TOTAL = "total";

/** Every form that has numbers, in the order in which they were first filled in; `until` leaves out what came later. */
export function scoredSince(entries: readonly Entry[], asks: Questionnaires, until?: Day): Scored[] {
  const scores = ofKind(entries, "score")
    .filter(({ body }) => until === undefined || body.on <= until)
    .toSorted((a, b) => (a.body.on < b.body.on ? -1 : a.body.on > b.body.on ? 1 : a.instant - b.instant));
  const forms = new Map<string, Entry<"score">[]>();
  for (const score of scores) {
    const form = `${score.body.instrument} ${score.body.version.trim().toLowerCase()}`;
    forms.set(form, [...(forms.get(form) ?? []), score]);
  }
  return [...forms.values()].flatMap((form) => {
    const { instrument, version } = form.at(-1)!.body;
    const ids = new Set(form.flatMap((score) => Object.keys(numbersOf(score))));
    const series = [...ids].map((id) => seriesOf(asks[instrument]?.scores.find((score) => score.id === id) ?? unknown(id), form));
    return series.length ? [{ instrument, version, series }] : [];
  });
}

function seriesOf(score: Asked, form: readonly Entry<"score">[]): Omit<Series, "last"> {
  const points = form.flatMap((entry) => {
    const value = numbersOf(entry)[score.id];
    return value === undefined ? [] : [{ contact: entry.id, title: "", on: entry.body.on, value }];
  });
  const [first, last] = [points[0]!, points.at(-1)!];
  return { score, points, change: points.length > 1 ? changeBetween(score, first.value, last.value) : null };
}

const numbersOf = ({ body: { total, subscales } }: Entry<"score">): { [id: string]: number } =>
  (total === null ? subscales : { [TOTAL]: total, ...subscales });

/** A number that the content does not know: it is shown, with no size of change and no end of its scale. */
const unknown = (id: string): Asked => ({
  id, words: id, how: "entered", items: [], times: [], at_least: null, count_from: {}, min: 0, max: null, decimals: 2, better: null,
  bands: [], change: null, change_more: null,
});
