/** Directions and turns in the figure's room: x is where the upright figure faces, y is up, z is to its right. Centimetres. */
export type Vec = readonly [number, number, number];
/** Where the axes x, y and z of something point. */
export type Turn = readonly [Vec, Vec, Vec];

export const UPRIGHT: Turn = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
const DEGREE = Math.PI / 180;

export const plus = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scaled = (a: Vec, by: number): Vec => [a[0] * by, a[1] * by, a[2] * by];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export const length = (a: Vec): number => Math.hypot(...a);
export const between = (a: Vec, b: Vec, t: number): Vec => plus(scaled(a, 1 - t), scaled(b, t));

/** The direction of a vector, or null when it has none. */
export function direction(a: Vec): Vec | null {
  const long = length(a);
  return long < 1e-9 ? null : scaled(a, 1 / long);
}

/** What is left of `a` without the part along a direction. */
export const across = (a: Vec, along: Vec): Vec => minus(a, scaled(along, dot(a, along)));

/** A vector given in a turn's own axes, in the axes of the room. */
export const turned = ([x, y, z]: Turn, v: Vec): Vec =>
  [x[0] * v[0] + y[0] * v[1] + z[0] * v[2], x[1] * v[0] + y[1] * v[1] + z[1] * v[2], x[2] * v[0] + y[2] * v[1] + z[2] * v[2]];

/** A vector of the room in a turn's own axes. */
export const seenFrom = ([x, y, z]: Turn, v: Vec): Vec => [dot(x, v), dot(y, v), dot(z, v)];

/** The turns one within the other, the outermost first. */
export const turns = (first: Turn, ...rest: Turn[]): Turn =>
  rest.reduce((outer, inner): Turn => [turned(outer, inner[0]), turned(outer, inner[1]), turned(outer, inner[2])], first);

/** x towards y: up leans back, what hangs down comes forward. */
export function aboutZ(degrees: number): Turn {
  const [sin, cos] = [Math.sin(degrees * DEGREE), Math.cos(degrees * DEGREE)];
  return [[cos, sin, 0], [-sin, cos, 0], [0, 0, 1]];
}

/** y towards z: up leans to the right, what hangs down goes to the left. */
export function aboutX(degrees: number): Turn {
  const [sin, cos] = [Math.sin(degrees * DEGREE), Math.cos(degrees * DEGREE)];
  return [[1, 0, 0], [0, cos, sin], [0, -sin, cos]];
}

/** z towards x: what faces forward turns to the left. */
export function aboutY(degrees: number): Turn {
  const [sin, cos] = [Math.sin(degrees * DEGREE), Math.cos(degrees * DEGREE)];
  return [[cos, 0, -sin], [0, 1, 0], [sin, 0, cos]];
}

/** A turn part of the way from one to another. */
export function turnBetween(a: Turn, b: Turn, t: number): Turn {
  const y = direction(between(a[1], b[1], t)) ?? a[1];
  const x = direction(across(between(a[0], b[0], t), y)) ?? a[0];
  return [x, y, cross(x, y)];
}
