/** The order in which a figure goes through its poses, over and over, and where it is at an instant. */
import type { Pose } from "../../shared/content/figure-types.ts";
import { mirrored } from "./mirror.ts";

/** There, and back by the same places. */
export const thereAndBack = <T>(places: T[]): T[] => [...places, ...places.slice(1, -1).toReversed()];

/** The poses of one whole round: there and back again or, where sides take turns, one side and then the other. */
export const roundOf = <P extends Pose>(poses: P[], alternate: boolean): P[] =>
  alternate ? [...poses, ...poses.map(mirrored)] : thereAndBack(poses);

/** How much of the time from one pose to the next the figure rests at either end, so that each can be taken in. */
const REST = 0.18;
/** Steps quicker than this (seconds) go on without a rest: somebody who walks does not stop with a foot in the air. */
const BRISK = 1.4;

export const restIn = (seconds: number, poses: number): number => (seconds / poses < BRISK ? 0.02 : REST);

export interface Moment {
  from: number;
  to: number;
  /** 0 to 1 of the way */
  t: number;
}

/** Between which two of so many poses a figure is, `share` (0 to 1) of a round after it began. */
export function momentAt(share: number, poses: number, rest = REST): Moment {
  const place = (share - Math.floor(share)) * poses;
  const from = Math.floor(place) % poses;
  const way = Math.min(1, Math.max(0, (place - Math.floor(place) - rest) / (1 - 2 * rest)));
  return { from, to: (from + 1) % poses, t: way * way * (3 - 2 * way) };
}
