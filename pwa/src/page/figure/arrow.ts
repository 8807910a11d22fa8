/** An arrow along the way that a part of the figure goes. */
import type { Camera } from "./camera.ts";
import { FACE } from "./flesh.ts";
import { pointAt } from "./skeleton.ts";
import type { Posture } from "./stage.ts";
import type { Vec } from "./vectors.ts";

/** Shorter ways than this (centimetres) are drawn this long: what matters is which way they go. */
const SHORTEST = 16;
const HEAD = 5;

export function arrowOf(part: string, way: Posture[], camera: Camera): string {
  const seen = way.map((posture) => camera(partOf(part, posture))).map(({ x, y }): Point => [x, y]);
  const [start, end] = [seen[0]!, seen.at(-1)!];
  // Where something waits, many points lie on one: an arrow needs two that tell its direction.
  const points = seen.reduce<Point[]>((kept, point) => (apart(point, kept.at(-1)!) < 1 ? kept : [...kept, point]), [start]);
  const span = apart(start, end);
  const line = span < SHORTEST ? [start, stretched(start, end, SHORTEST / Math.max(span, 0.1))] : points;
  const [tip, before] = [line.at(-1)!, line.at(-3) ?? start];
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const barb = (turn: number): Point => [tip[0] - HEAD * Math.cos(angle + turn), tip[1] - HEAD * Math.sin(angle + turn)];
  return `${curve(line)}M${place(barb(0.55))}L${place(tip)}L${place(barb(-0.55))}`;
}

type Point = [number, number];
const apart = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);
const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const stretched = ([x, y]: Point, [toX, toY]: Point, by: number): Point => [x + (toX - x) * by, y + (toY - y) * by];
const place = ([x, y]: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A line that bends softly at each point. */
const curve = (points: Point[]): string =>
  `M${place(points[0]!)}${points.slice(1, -1).map((point, index) => `Q${place(point)} ${place(middle(point, points[index + 2]!))}`).join("")}L${place(points.at(-1)!)}`;

function partOf(part: string, { arms, legs, pelvis, chest, head }: Posture): Vec {
  const side = part.startsWith("left") ? "left" : "right";
  switch (part.replace(/^(left|right)-/, "")) {
    case "hand": return pointAt(arms[side].end, [0, -8, 0]);
    case "elbow": return arms[side].middle.at;
    case "shoulder": return arms[side].root.at;
    case "foot": return pointAt(legs[side].end, [10, -3, 0]);
    case "knee": return legs[side].middle.at;
    case "head": return pointAt(head, [0, 20, 0]);
    case "nose": return pointAt(head, FACE.nose[1]![0]);
    case "chest": return chest.at;
    default: return pelvis.at;
  }
}
