/**
 * Change since the start: how much a score moved, which way, and whether by as much as people notice. The size that
 * counts, and its source, stand in the content. The same rules are in jointly.checkins.scoring.change, with the same
 * worked cases. It says what moved, never why, and never what will be.
 */
import type { Answers, Item, Score, Threshold, Values } from "../content/questionnaire-types.ts";
import { isAsked, numberOf, tidy, wordsOf } from "./answers.ts";
import { type Counted, scoreOf } from "./scoring.ts";

export interface Change {
  first: number;
  now: number;
  difference: number;
  /** of the first score; null when that was 0 */
  percent: number | null;
  /** null when nothing moved, or the score has no better end */
  better: boolean | null;
  /** by as much as the content's threshold, whichever way; null without a threshold */
  reached: boolean | null;
  /** for the better by as much as the larger threshold; null without one */
  more: boolean | null;
  /** the answers that both scores were made of */
  items: string[];
}

/** The change from one score to another, such as two that were worked out elsewhere. */
export function changeBetween(score: Score, first: number, now: number, items: string[] = []): Change {
  const difference = tidy(now - first);
  const better = score.better === null || difference === 0 ? null : (difference > 0) === (score.better === "high");
  return {
    first,
    now,
    difference,
    percent: first ? tidy((difference * 100) / first) : null,
    better,
    reached: score.change && reaches(score.change, first, difference),
    more: score.change_more && better === true && reaches(score.change_more, first, difference),
    items,
  };
}

/**
 * The change of a score between two check-ins; null when they cannot be compared. Both are answers to this version of
 * the instrument. What rates a person's own words counts only where it was rated both times in the same words.
 */
export function changeSince(questionnaire: Counted & { version: number }, id: string, first: Answers, now: Answers): Change | null {
  if (first.version !== questionnaire.version || now.version !== questionnaire.version) return null;
  const score = questionnaire.scores.find((one) => one.id === id);
  if (!score) return null;
  const kept = new Set(questionnaire.items.filter((item) => comparable(questionnaire, item, first.values, now.values)).map((item) => item.id));
  const [before, after] = [first, now].map((answers) => scoreOf(questionnaire, score, only(answers.values, kept)));
  if (before!.value === null || after!.value === null) return null;
  return changeBetween(score, before!.value, after!.value, after!.parts.map((part) => part.item));
}

function comparable(questionnaire: Counted, item: Item, first: Values, now: Values): boolean {
  if (item.about === null) return true;
  const rated = [first, now].every((values) => isAsked(questionnaire, item, values) && numberOf(questionnaire, item.id, values) !== null);
  return rated && wordsOf(questionnaire, item.about, first) === wordsOf(questionnaire, item.about, now);
}

const only = (values: Values, kept: Set<string>): Values => Object.fromEntries(Object.entries(values).filter(([id]) => kept.has(id)));

/** Whether a difference, of either direction, is as large as a threshold: in points, or as a part of the first score. */
function reaches(threshold: Threshold, first: number, difference: number): boolean {
  const percent = first ? Math.abs(tidy((difference * 100) / first)) : 0;
  if (threshold.kind === "percent") return percent >= threshold.amount;
  return Math.abs(difference) >= threshold.amount || (threshold.or_percent !== null && percent >= threshold.or_percent);
}
