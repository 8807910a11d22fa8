/**
 * Words that somebody typed, among the listings on this phone: a word is looked for as the beginning of words; only one that
 * no listing has at all stands for those that are like it. Each word is compared once, however many listings have it.
 */
import { begins, nearly, wordsOf } from "../rules/finding.ts";
import type { Card } from "./cards.ts";

const SMALL = new Set(["a", "an", "and", "at", "by", "for", "from", "in", "my", "near", "of", "on", "or", "the", "to", "with"]);
const MOST = 6;
/** Letters of a listing that are searched, as on the server. */
const LONGEST = 1_500;
const kept = new WeakMap<Card, Set<string>>();

/** For each typed word the words of listings that it may stand for; none where nothing is like it. */
export type Meant = Map<string, Set<string>>;

export function meant(cards: readonly Card[], typed: string): Meant {
  const all = wordsOf(typed.slice(0, 200));
  const telling = all.filter((word) => !SMALL.has(word));
  const wanted = (telling.length ? telling : all).slice(0, MOST);
  if (!wanted.length) return new Map();
  const known = new Set(cards.flatMap((card) => [...wordsIn(card)]));
  return new Map(wanted.map((word) => {
    const exact = [...known].filter((each) => begins(each, word));
    return [word, new Set(exact.length ? exact : [...known].filter((each) => nearly(each, word)))];
  }));
}

/** Whether the listing has one for each typed word. */
export const hasWords = (card: Card, words: Meant): boolean =>
  [...words.values()].every((any) => [...wordsIn(card)].some((word) => any.has(word)));

/** The typed words that no listing has, each with what was looked for in their place. */
export const insteadOf = (words: Meant): { [typed: string]: string[] } =>
  Object.fromEntries([...words].filter(([word, any]) => any.size && ![...any].some((each) => begins(each, word))).map(([word, any]) => [word, [...any]]));

function wordsIn(card: Card): Set<string> {
  let words = kept.get(card);
  if (!words) kept.set(card, (words = new Set(wordsOf(textOf(card)))));
  return words;
}

const textOf = ({ name, by, place, activities = [], summary }: Card): string =>
  [name, by, place?.name, place?.locality, ...activities, summary].filter(Boolean).join(" ").slice(0, LONGEST);
