/** Brings the end of a limb to a place by bending its middle joint, the way it was bent already. */
import type { Limb } from "./skeleton.ts";
import { across, cross, direction, length, minus, plus, scaled, seenFrom, turns, type Turn, type Vec } from "./vectors.ts";

/** Centimetres short of a limb's whole length: a straight limb would not know which way to bend. */
const NEARLY_STRAIGHT = 0.05;
/** A bend that sticks out by less than this (centimetres) says nothing: the joint's own axes decide. */
const HARDLY_BENT = 2;

/** Which way the middle joint sticks out when it bends, in the axes of its root: knees forwards, elbows backwards. */
export type Ahead = 1 | -1;
export const KNEE: Ahead = 1;
export const ELBOW: Ahead = -1;

/** The limb with its end at the place, or as near as its bones allow; `aside` is the way its middle joint ought to stick out. */
export function reached(limb: Limb, place: Vec, ahead: Ahead, aside?: Vec): Limb {
  const { root, middle, end } = limb;
  const [upper, lower] = [length(minus(middle.at, root.at)), length(minus(end.at, middle.at))];
  const way = minus(place, root.at);
  const along = direction(way) ?? scaled(root.turn[1], -1);
  const far = Math.min(Math.max(length(way), Math.abs(upper - lower) + NEARLY_STRAIGHT), upper + lower - NEARLY_STRAIGHT);
  const out = (aside && direction(across(aside, along))) ?? bulgeOf(limb, along, ahead);
  const cos = (upper ** 2 + far ** 2 - lower ** 2) / (2 * upper * far);
  const bend = plus(root.at, plus(scaled(along, upper * cos), scaled(out, upper * Math.sqrt(1 - cos ** 2))));
  const tip = plus(root.at, scaled(along, far));
  const first = boneTurn(minus(root.at, bend), scaled(out, ahead));
  const up = direction(minus(bend, tip))!;
  const second: Turn = [cross(up, first[2]), up, first[2]]; // a hinge: both bones turn about one axis
  const [x, y, z] = end.turn;
  const held: Turn = [seenFrom(middle.turn, x), seenFrom(middle.turn, y), seenFrom(middle.turn, z)];
  return { root: { at: root.at, turn: first }, middle: { at: bend, turn: second }, end: { at: tip, turn: turns(second, held) } };
}

/** The turn of a bone that hangs down from `up`, with its front as near to `front` as can be. */
function boneTurn(up: Vec, front: Vec): Turn {
  const y = direction(up)!;
  const x = direction(across(front, y))!;
  return [x, y, cross(x, y)];
}

/** The way the middle joint sticks out, across the line from root to place. */
function bulgeOf({ root, middle, end }: Limb, along: Vec, ahead: Ahead): Vec {
  const line = direction(minus(end.at, root.at)) ?? scaled(root.turn[1], -1);
  const bent = across(minus(middle.at, root.at), line);
  const straight = scaled(root.turn[0], ahead);
  const way = length(bent) < HARDLY_BENT ? plus(bent, scaled(straight, HARDLY_BENT)) : bent;
  return direction(across(way, along)) ?? direction(across(straight, along)) ?? direction(cross(along, root.turn[2]))!;
}
