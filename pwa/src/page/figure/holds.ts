/** Where hands hold on: to furniture, or to the figure's own body. */
import type { Place, Side } from "../../shared/content/figure-types.ts";
import { ROUND } from "./flesh.ts";
import { HEIGHTS, CHAIR_BACK_AT, type Room, WALL_AT, WORKTOP_FROM } from "./room.ts";
import { BONES, type Joint, outward, pointAt, type Skeleton } from "./skeleton.ts";
import { across, cross, direction, scaled, turned, type Vec } from "./vectors.ts";

/** How far a wrist is above what the palm lies on. */
export const PALM = 3.4;

export interface Grip {
  wrist: Joint;
  /** Which way the elbow sticks out. */
  elbow?: Vec;
}

/** What of the figure's own body a hand lies on: the arm is in front of it. */
export type Under = "leg" | "trunk" | null;
const ON_TRUNK: ReadonlySet<Place> = new Set<Place>(["hip", "tummy", "chest", "other-shoulder", "head"]);
const ON_LEG: ReadonlySet<Place> = new Set<Place>(["thigh", "knee", "other-knee"]);
export const underHand = (place: Place | undefined): Under => (!place ? null : ON_LEG.has(place) ? "leg" : ON_TRUNK.has(place) ? "trunk" : null);

/** The wrist of a hand that holds on. */
export function gripOf(place: Place, skeleton: Skeleton, side: Side, room: Room): Grip {
  const wrist = wristAt(place, skeleton, side, room);
  const { chest } = skeleton;
  const out = outward(side);
  switch (place) {
    case "thigh": return { wrist, elbow: turned(chest.turn, [-1, -0.3, 0.5 * out]) };
    case "chest": return { wrist, elbow: turned(chest.turn, [0.1, -1, 0.5 * out]) };
    case "tummy": return { wrist, elbow: turned(chest.turn, [-0.7, -0.5, 0.8 * out]) };
    case "other-shoulder": return { wrist, elbow: turned(chest.turn, [0.15, -0.6, out]) };
    case "hip": return { wrist, elbow: turned(chest.turn, [-0.5, 0, out]) };
    case "head": return { wrist, elbow: turned(chest.turn, [0.2, 0.3, out]) };
    case "wall": return { wrist, elbow: [-0.2, -1, 0.6 * out] };
    case "worktop":
    case "chair-back": return { wrist, elbow: [-0.6, -1, 0.4 * out] };
    default: return { wrist };
  }
}

function wristAt(place: Place, skeleton: Skeleton, side: Side, room: Room): Joint {
  const out = outward(side);
  const { pelvis, waist, chest, head, arms, legs } = skeleton;
  const own = (joint: Joint, at: Vec, fingers: Vec, thumb: Vec): Joint =>
    wristOf(pointAt(joint, at), turned(joint.turn, fingers), turned(joint.turn, thumb));
  const seat = room.seat ?? pelvis.at;
  const shoulder = arms[side].root.at;
  switch (place) {
    case "thigh": return own(legs[side].root, [ROUND.thigh + 1, -BONES.thigh * 0.55, 0], [0, -1, 0], [0, 0, -out]);
    case "knee": return own(legs[side].middle, [ROUND.knee + 1.5, 6, 0], [0.3, -1, 0], [0, 0, -out]);
    case "other-knee": return own(legs[side === "left" ? "right" : "left"].middle, [ROUND.knee + 1, 7, 3 * out], [0.2, -0.6, -out], [0, 1, 0]);
    case "hip": return own(pelvis, [0, 9, 15 * out], [1, -0.7, -0.5 * out], [-0.3, 1, 0]);
    case "tummy": return own(waist, [ROUND.waist + 2 + skeleton.breath, 4, 7 * out], [0.1, 0, -out], [0, 1, 0]);
    case "chest": return own(chest, [ROUND.chest + 2, 9, 8 * out], [0.1, 0.4, -out], [0, 1, 0]);
    case "other-shoulder": return own(chest, [ROUND.chest + 2.2 - out * 1.2, 8, -3 * out], [-0.2, 0.9, -out], [0, 1, out]);
    case "head": return own(head, [-6, 9, 8 * out], [-0.3, 0.3, -out], [0, 1, 0]);
    case "chair-seat": return wristOf([seat[0] + 4, HEIGHTS.seat + 2, seat[2] + 21 * out], [0.3, -1, 0], [1, 0, 0]);
    case "chair-back": return wristOf([room.ahead + CHAIR_BACK_AT - 3, HEIGHTS.chairBack + PALM, 14 * out], [1, -0.25, 0], [0, 0, -out]);
    case "worktop": return wristOf([room.ahead + WORKTOP_FROM + 5, HEIGHTS.worktop + PALM, 16 * out], [1, -0.1, 0], [0, 0, -out]);
    case "worktop-beside": return wristOf([10, HEIGHTS.worktop + PALM, 38 * out], [1, -0.1, 0], [0, 0, -out]);
    case "wall": return wristOf([room.ahead + WALL_AT - PALM, 122, 20 * out], [0, 1, 0], [0, 0, -out]);
    case "rail": return wristOf([shoulder[0] + 12, HEIGHTS.rail + 2, 30 * out], [1, -0.2, 0], [0, 0, -out]);
    case "table": return wristOf([arms[side].end.at[0], HEIGHTS.table + PALM, arms[side].end.at[2]], [1, 0, 0], [0, 0, -out]);
  }
}

/** A wrist with its fingers pointing one way and the thumb another. */
function wristOf(at: Vec, fingers: Vec, thumb: Vec): Joint {
  const y = direction(scaled(fingers, -1))!;
  const x = direction(across(thumb, y)) ?? direction(across([1, 0, 0], y))!;
  return { at, turn: [x, y, cross(x, y)] };
}
