/** Where each region lies in the body picture: drawing facts only, the names and slugs are content. */

export interface Shape {
  x: number;
  y: number;
  wide: number;
  high: number;
}

/** Parts in the middle of the body: [distance from the top, half width, half height]. The picture is 140 by 300. */
const middle: { [part: string]: [number, number, number] } = {
  head: [24, 17, 20],
  neck: [51, 12, 9],
  "upper-back": [80, 23, 20],
  "lower-back": [138, 23, 14],
};

/** Parts that come in two: [distance from the middle, from the top, half width, half height]. */
const paired: { [part: string]: [number, number, number, number] } = {
  shoulder: [33, 69, 14, 13],
  elbow: [46, 120, 11, 12],
  wrist: [54, 161, 10, 8],
  hand: [58, 180, 11, 12],
  hip: [22, 156, 14, 15],
  thigh: [18, 190, 12, 18],
  knee: [18, 221, 14, 14],
  "lower-leg": [18, 250, 11, 16],
  ankle: [18, 273, 11, 9],
  foot: [22, 289, 14, 8],
};

/** The shape of a region on one side of the picture, or null when the picture has no place for it. */
export function shapeOf(slug: string, view: "front" | "back"): Shape | null {
  const hand = /(^|-)(left|right)(-|$)/.exec(slug)?.[2];
  const part = slug.replace(/(^|-)(left|right)(?=-|$)/, "").replace(/^-/, "");
  if (!hand) {
    const found = middle[part];
    return found ? { x: 70, y: found[0], wide: found[1], high: found[2] } : null;
  }
  const found = paired[part];
  if (!found) return null;
  const [away, y, wide, high] = found;
  const towardsRight = (hand === "left") === (view === "front"); // facing us, their left is on our right
  return { x: 70 + (towardsRight ? away : -away), y, wide, high };
}
