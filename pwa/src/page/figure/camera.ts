/** Where the figure is looked at from, and how balls and what is stretched over them look from there. */
import type { View } from "../../shared/content/figure-types.ts";
import type { Vec } from "./vectors.ts";

/** Something round: its middle and how far it reaches from there. */
export type Ball = readonly [Vec, number];

/**
 * A place in the picture: to the right, down, and how near to whoever looks. A look that is nearly level leaves height
 * out of nearness: whether a knee covers the trunk must not depend on how far it is lifted.
 */
export interface Seen {
  x: number;
  y: number;
  near: number;
}

export type Camera = (at: Vec) => Seen;

/** Degrees: how far the camera has gone round from the figure's right side to its front, and how far it looks down. */
const NEARLY_LEVEL = 20;
const STANDPOINTS: { [view in View]: [round: number, down: number] } = { side: [16, 7], front: [80, 9], back: [-80, 9], above: [50, 38] };

export function cameraFor(view: View): Camera {
  const high = STANDPOINTS[view][1] > NEARLY_LEVEL ? 1 : 0;
  const [round, down] = STANDPOINTS[view].map((degrees) => (degrees * Math.PI) / 180) as [number, number];
  const [sinRound, cosRound, sinDown, cosDown] = [Math.sin(round), Math.cos(round), Math.sin(down), Math.cos(down)];
  return ([x, y, z]) => {
    const near = x * sinRound + z * cosRound;
    return { x: x * cosRound - z * sinRound, y: near * sinDown - y * cosDown, near: near * cosDown + high * y * sinDown };
  };
}

/** A camera over the back of a hand, or under its palm: the fingers point up. */
export function cameraOverHand(view: View): Camera {
  if (view === "side") return cameraFor("side");
  const over = view === "back" ? 1 : -1;
  return ([x, y, z]) => ({ x: over * z, y: -x, near: over * y });
}

/** Points round a circle: what is large shows its corners sooner. */
const [FINE, COARSE] = [28, 16].map((steps) => Array.from({ length: steps }, (_, step): [number, number] => {
  const angle = (2 * Math.PI * step) / steps;
  return [Math.cos(angle), Math.sin(angle)];
})) as [[number, number][], [number, number][]];
const LARGE = 8;

/** The outline of a skin stretched over balls, as the path of an SVG. */
export function skinOver(balls: readonly Ball[], camera: Camera): string {
  const points = balls.flatMap(([at, radius]) => {
    const { x, y } = camera(at);
    return (radius > LARGE ? FINE : COARSE).map(([cos, sin]): Point => [x + radius * cos, y + radius * sin]);
  });
  return `M${hullOf(points).map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join("L")}Z`;
}

type Point = [number, number];
const tenth = (value: number): number => Math.round(value * 10) / 10;
const leftOf = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** The points round the outside, in one direction always, so that outlines laid over each other join. */
function hullOf(points: Point[]): Point[] {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (ordered: Point[]) => {
    const kept: Point[] = [];
    for (const point of ordered) {
      while (kept.length > 1 && leftOf(kept.at(-2)!, kept.at(-1)!, point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}
