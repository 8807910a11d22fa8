/** How far the limbs of a figure are bent, measured on the figure as it is drawn. */
import type { Ahead } from "../../pwa/src/page/figure/reach.ts";
import type { Limb } from "../../pwa/src/page/figure/skeleton.ts";
import { direction, dot, minus, turned } from "../../pwa/src/page/figure/vectors.ts";

/** Degrees by which the middle joint of a limb is bent; less than 0 when it bends the wrong way. */
export function bendOf({ root, middle, end }: Limb, ahead: Ahead): number {
  const upper = direction(minus(middle.at, root.at))!;
  const lower = direction(minus(end.at, middle.at))!;
  const bend = (Math.acos(Math.min(1, Math.max(-1, dot(upper, lower)))) * 180) / Math.PI;
  return dot(lower, turned(root.turn, [-ahead, 0, 0])) < 0 ? -bend : bend;
}
