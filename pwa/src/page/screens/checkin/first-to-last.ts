/** Where things go on the small picture from first to last, in CSS pixels. Pure, so that the drawing only draws. */
import type { Score } from "../../../shared/content/questionnaire-types.ts";

interface Place {
  x: number;
  y: number;
}

export interface FirstToLastLayout {
  height: number;
  /** where the values begin, right of the numbers of the scale */
  left: number;
  /** the number at the top of the scale */
  most: number;
  /** the heights of the most and the least that the picture has room for */
  top: number;
  base: number;
  /** one for each value; null for a gap */
  places: (Place | null)[];
  /** the places that there are, joined from first to last */
  line: Place[];
}

type Scale = Pick<Score, "how" | "min" | "max" | "bands">;

/** `em` is the size of the page's text, so that the picture grows with it. */
export function firstToLastLayout(values: readonly (number | null)[], scale: Scale, width: number, em: number): FirstToLastLayout {
  const { min } = scale;
  const top = em * 1.5;
  const base = top + em * 4;
  const most = mostOf(scale, Math.max(...values.map((value) => value ?? min)));
  const left = em * 0.65 * String(most).length + em * 0.5;
  const step = (width - left) / values.length;
  const places = values.map((value, index) =>
    value === null ? null : { x: left + step * (index + 0.5), y: base - ((value - min) / (most - min)) * (base - top) });
  return { height: base + em * 0.5, left, most, top, base, places, line: places.filter((place) => place !== null) };
}

/**
 * The end of the scale. A score without one ends at its highest value. So do minutes in a week, whose end nobody comes
 * near, but not before the last of their printed ranges begins: 150, what the guidelines ask for.
 */
function mostOf({ how, min, max, bands }: Scale, highest: number): number {
  if (how === "minutes") return Math.max(min + 1, highest, bands.at(-1)?.from ?? min);
  return max ?? Math.max(min + 1, highest);
}
