/** Where things go on the chart, in CSS pixels. Pure, so that the drawing only draws. */

export interface ChartLayout {
  width: number;
  left: number;
  right: number;
  /** The picture of pain: 10 at `painTop`, 0 at `painBottom`, with room for half a number above and below. */
  painHeight: number;
  painTop: number;
  painBottom: number;
  /** The picture of exercise, filled to the top by every day of a week. */
  barHeight: number;
  /** Size of a mark. */
  r: number;
  columnWidth: number;
}

/** `em` is the size of the page's text, so that the chart grows with it. */
export function chartLayout(width: number, em: number, columns: number): ChartLayout {
  const left = em * 1.6;
  const right = width - em * 0.5;
  const columnWidth = (right - left) / columns;
  const painTop = em * 0.5;
  const painBottom = painTop + em * 9;
  const r = Math.max(2.5, Math.min(em * 0.34, columnWidth * 0.42));
  return { width, left, right, painHeight: painBottom + em * 0.5, painTop, painBottom, barHeight: em * 2.8, r, columnWidth };
}

export const xOf = (layout: ChartLayout, column: number): number => layout.left + (column + 0.5) * layout.columnWidth;

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
