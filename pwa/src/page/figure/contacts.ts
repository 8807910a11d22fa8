/** Which parts of the figure touch what it stands, sits or lies on, and where exactly they touch it. */
import type { Contact, Side } from "../../shared/content/figure-types.ts";
import type { Ball } from "./camera.ts";
import * as flesh from "./flesh.ts";
import { BONES, type Joint, pointAt, type Skeleton } from "./skeleton.ts";
import { across, aboutZ, cross, direction, minus, plus, scaled, type Turn, turned, turns, type Vec } from "./vectors.ts";

export const sideOf = (contact: Contact): Side => (contact.startsWith("left") ? "left" : "right");
export const limbOf = (contact: Contact): "foot" | "heel" | "knee" | "hand" | null =>
  (contact.match(/-(foot|heel|knee|hand)$/)?.[1] as "foot" | undefined) ?? null;

/** The point that a contact is told by: it keeps its place, and what is lowest round it lies on the surface. */
export function pointOf(skeleton: Skeleton, contact: Contact): Vec {
  const side = sideOf(contact);
  switch (limbOf(contact)) {
    case "foot":
    case "heel": return skeleton.legs[side].end.at;
    case "knee": return skeleton.legs[side].middle.at;
    case "hand": return skeleton.arms[side].end.at;
    default: return contact === "shoulders" ? skeleton.chest.at : skeleton.pelvis.at;
  }
}

/** How far below its point the lowest of a contact's flesh is. */
export function dropOf(skeleton: Skeleton, contact: Contact): number {
  return pointOf(skeleton, contact)[1] - Math.min(...fleshOf(skeleton, contact).map(([at, radius]) => at[1] - radius));
}

function fleshOf(skeleton: Skeleton, contact: Contact): readonly Ball[] {
  const side = sideOf(contact);
  switch (limbOf(contact)) {
    case "foot":
    case "heel": return flesh.foot(skeleton.legs[side].end, skeleton.legs[side].end.turn).flat();
    case "knee": return [[skeleton.legs[side].middle.at, flesh.ROUND.knee]];
    case "hand": return flesh.hand(skeleton.arms[side].end).flat();
    default: break;
  }
  if (contact === "seat") return flesh.pelvis(skeleton).flat();
  if (contact === "shoulders") return flesh.trunk(skeleton)[1]!;
  // Lying on the side, the shoulder gives way: hip and ribs carry.
  return [...flesh.pelvis(skeleton), contact === "side" ? flesh.trunk(skeleton)[0]! : flesh.trunk(skeleton).flat()].flat();
}

/**
 * The ankle of a sole that is planted at a point of the surface below it, heading so. `lift` is the angle of the sole to
 * the surface in degrees: up at the toes, on the heel, above 0; up at the heel, on the ball of the foot, below 0.
 */
export function ankleOver(place: Vec, heading: Vec, lift: number): Joint {
  const level: Turn = [heading, [0, 1, 0], cross(heading, [0, 1, 0])];
  const flat: Joint = { at: plus(place, [0, BONES.ankle, 0]), turn: level };
  const pivot = (lift > 0 ? flesh.SOLE.heel : flesh.SOLE.ball)[0];
  const turn = turns(level, aboutZ(lift));
  return { at: minus(pointAt(flat, pivot), turned(turn, pivot)), turn };
}

/** Where a foot points, level with the ground. */
export const headingOf = (ankle: Joint): Vec => direction(across(ankle.turn[0], [0, 1, 0])) ?? scaled(ankle.turn[1], -1);
