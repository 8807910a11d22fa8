/** The questions of a measure, a few a screen. */
import type { Item, Questionnaire } from "../content/questionnaire-types.ts";

/** How many small questions fit on a screen; what takes more room counts for more. */
const ROOM = 3;

/** A choice with many answers, or a box for words, takes more room than a scale. */
const roomFor = ({ kind, options }: Item): number => (kind === "text" || (options?.length ?? 0) > 3 ? 1.5 : 1);

/** The ids of the items, screen by screen. What is asked only after another answer is on the same screen as that one. */
export function pagesOf({ items }: Pick<Questionnaire, "items">): string[][] {
  const pages: { ids: string[]; room: number }[] = [];
  for (const group of groupsOf(items)) {
    const room = group.reduce((sum, item) => sum + roomFor(item), 0);
    const last = pages.at(-1);
    const page = last && last.room + room <= ROOM ? last : { ids: [], room: 0 };
    if (page !== last) pages.push(page);
    page.ids.push(...group.map(({ id }) => id));
    page.room += room;
  }
  return pages.map(({ ids }) => ids);
}

function groupsOf(items: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  for (const item of items) {
    const parent = item.only_if ?? item.about;
    const group = parent === null ? undefined : groups.find((each) => each.some(({ id }) => id === parent));
    if (group) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
