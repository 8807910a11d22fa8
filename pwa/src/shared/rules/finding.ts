/**
 * Finding pages by what somebody types: every word they typed begins a word of the page, or means the same but for its
 * ending. Where nothing is found, a word may be mistyped by a letter or two. Nothing leaves the phone.
 */

export interface Findable {
  title: string;
  /** what it is sorted under, where that is a thing to look for */
  group?: string;
  summary: string;
  search: readonly string[];
  text: string;
}

/**
 * What was found: those sorted under it first, then those that are about it, then those that mention it; each in the
 * order given. All when nothing was typed.
 */
export function found<T extends Findable>(pages: readonly T[], typed: string): T[] {
  const wanted = wordsOf(typed);
  if (!wanted.length) return [...pages];
  const exact = ranked(pages, wanted, [
    [begins, sortedUnder], [begins, about], [means, sortedUnder], [means, about], [begins, all], [means, all],
  ]);
  // A slip is looked for only in what a page is called: in running text nearly every word is near some other.
  return exact.length ? exact : ranked(pages, wanted, [[nearly, about]]);
}

type Match = (word: string, wanted: string) => boolean;
type Texts = (page: Findable) => readonly string[];

const sortedUnder: Texts = ({ group }) => (group === undefined ? [] : [group]);
const about: Texts = (page) => [...sortedUnder(page), page.title, ...page.search];
const all: Texts = (page) => [...about(page), page.summary, page.text];

/** The pages that hold every word in one of the ways given, those of the first way first. */
function ranked<T extends Findable>(pages: readonly T[], wanted: readonly string[], ways: readonly [Match, Texts][]): T[] {
  const inOrder = new Set<T>();
  for (const [match, texts] of ways) {
    for (const page of pages) {
      const words = texts(page).flatMap(wordsOf);
      if (wanted.every((each) => words.some((word) => match(word, each)))) inOrder.add(page);
    }
  }
  return [...inOrder];
}

export const begins: Match = (word, wanted) => word.startsWith(wanted);

/** Letters of a root, or of a word, that is long enough to stand for others. */
const LONG_ENOUGH = 4;

/** "falling" and "falls" for "fall", "kneeling" for "knee", "cycling" for "cycle". */
const means: Match = (word, wanted) => {
  const root = wanted.replace(/(ing|es|s)$/, "");
  if (word.startsWith(wanted)) return true;
  if (root === wanted || root.length < LONG_ENOUGH) return false;
  return word.startsWith(root) || (word.length >= LONG_ENOUGH && root.startsWith(word));
};

/** Letters that may be wrong, left out, added or changed over: none in a short word, 1 from 4 letters on, 2 from 8. */
export const nearly: Match = (word, wanted) => {
  const slips = wanted.length < 4 ? 0 : wanted.length < 8 ? 1 : 2;
  // The beginning of a longer word is compared, whose length may be off by as many letters.
  return [0, -1, 1, -2, 2].some((more) => Math.abs(more) <= slips && slipsBetween(word.slice(0, wanted.length + more), wanted) <= slips);
};

/** How many slips of the finger lie between two words. */
export function slipsBetween(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + Number(!same), swapped ? before[j - 2]! + 1 : Infinity);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** The words of a text in small letters, without accents. */
export const wordsOf = (text: string): string[] =>
  text.normalize("NFD").replace(/[\u0300-\u036f’']/g, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
