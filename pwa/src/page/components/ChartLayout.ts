/** Where things go on the chart, in CSS pixels. Pure, so that the drawing only draws. */

export interface ChartLayout {
  width: number;
  left: number;
  right: number;
  /** The picture of pain: 10 at `painTop`, 0 at `painBottom`, with room for half a number above and below. */
  painHeight: number;
  painTop: number;
  painBottom: number;
  /** The picture of exercise, filled up to `barTop` by every day of a week, with room for half a number above. */
  barTop: number;
  barBottom: number;
  /** The days below it; where two do not fit beside each other, each is so much further down. */
  dayBottom: number;
  dayStep: number;
  barHeight: number;
  /** Size of a mark. */
  r: number;
  columnWidth: number;
}

/** From this width two days fit beside each other. */
const ROOM_FOR_TWO_EMS = 14;

/** `em` is the size of the page's text, so that the chart grows with it. */
export function chartLayout(width: number, em: number, columns: number): ChartLayout {
  const left = em * 1.6;
  const right = width - em * 0.5;
  const columnWidth = (right - left) / columns;
  const painTop = em * 0.5;
  const painBottom = painTop + em * 9;
  const r = Math.max(2.5, Math.min(em * 0.34, columnWidth * 0.42));
  const barTop = em * 0.5;
  const barBottom = barTop + em * 2.8;
  const dayBottom = barBottom + em * 1.4;
  const dayStep = width < em * ROOM_FOR_TWO_EMS ? em * 1.1 : 0;
  const barHeight = dayBottom + dayStep + em * 0.3;
  const heights = { painHeight: painBottom + em * 0.5, painTop, painBottom, barTop, barBottom, dayBottom, dayStep, barHeight };
  return { width, left, right, ...heights, r, columnWidth };
}

export const xOf = (layout: ChartLayout, column: number): number => layout.left + (column + 0.5) * layout.columnWidth;

/** Half the width of an average letter of a day's words, as a part of the page's letter height: rather too much than too little. */
const HALF_LETTER = 0.27;

/** Where the middle of a column's words goes: under the column, or as near as keeps all of them on the chart. */
export function labelX(layout: ChartLayout, column: number, letters: number, em: number): number {
  const half = letters * HALF_LETTER * em;
  return Math.max(half, Math.min(layout.width - half, xOf(layout, column)));
}

/** 0 at the bottom, 10 at the top. */
export const yOf = (layout: ChartLayout, score: number): number =>
  layout.painBottom - (score / 10) * (layout.painBottom - layout.painTop);

/** Runs of neighbouring columns that have a value: a gap in the entries is a gap in the line. */
export function runs<T>(columns: readonly (T | null)[]): { from: number; values: T[] }[] {
  const found: { from: number; values: T[] }[] = [];
  columns.forEach((value, index) => {
    if (value === null) return;
    const last = found.at(-1);
    if (last && last.from + last.values.length === index) last.values.push(value);
    else found.push({ from: index, values: [value] });
  });
  return found;
}
