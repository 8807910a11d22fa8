/**
 * The figure's bones: how long each is, and where its joints come to lie when they are bent by so many degrees.
 * Every movement is 0 when standing at ease with the arms hanging, and is named and signed as a physiotherapist would.
 */
import type { Angles, Side } from "../../shared/content/figure-types.ts";
import { aboutX, aboutY, aboutZ, plus, type Turn, turned, turns, UPRIGHT, type Vec } from "./vectors.ts";

export const SIDES = ["left", "right"] as const;

/** Centimetres, of somebody about 170 tall. */
export const BONES = {
  hipApart: 9, waist: 10, lowerBack: 16, upperBack: 25, shoulderApart: 16.5, shoulderDown: 6.5, collar: 13,
  neck: 8, upperArm: 28, forearm: 25, hand: 9, thigh: 42, shin: 41, ankle: 8,
} as const;

/** One end of a bone: where it is, and how what follows it is turned. */
export interface Joint {
  at: Vec;
  turn: Turn;
}

export interface Limb {
  /** shoulder or hip */
  root: Joint;
  /** elbow or knee */
  middle: Joint;
  /** wrist or ankle */
  end: Joint;
}

export interface Skeleton {
  /** between the hip joints */
  pelvis: Joint;
  waist: Joint;
  chest: Joint;
  neck: Joint;
  head: Joint;
  arms: { [side in Side]: Limb };
  legs: { [side in Side]: Limb };
  /** How far breath lifts the tummy, centimetres. */
  breath: number;
}

/** +1 on the right, −1 on the left: a movement away from the middle is the mirror image of the other side's. */
export const outward = (side: Side): 1 | -1 => (side === "right" ? 1 : -1);

/** The skeleton in a pose, with its pelvis at a point. */
export function skeletonOf(angles: Angles, at: Vec = [0, 0, 0]): Skeleton {
  const of = (joint: string, movement: string) => angles[joint]?.[movement] ?? 0;
  const pelvis = { at, turn: turns(aboutY(-of("body", "turn")), aboutX(of("body", "roll")), aboutZ(of("body", "back"))) };
  const spine = (below: Joint, rise: number, joint: string) =>
    joined(below, [0, rise, 0], turns(aboutZ(-of(joint, "bend")), aboutX(of(joint, "side")), aboutY(-of(joint, "turn"))));
  const waist = spine(pelvis, BONES.waist, "waist");
  const chest = spine(waist, BONES.lowerBack, "chest");
  const neck = spine(chest, BONES.upperBack, "neck");
  const head = spine(neck, BONES.neck, "head");

  const ball = (side: Side, joint: string) => turns(
    aboutZ(of(`${side}-${joint}`, "raise")),
    aboutX(-outward(side) * of(`${side}-${joint}`, "out")),
    aboutY(-outward(side) * of(`${side}-${joint}`, "turn")),
  );
  const arm = (side: Side): Limb => {
    const collar = BONES.collar;
    const [up, back] = [sine(of(`${side}-shoulder`, "shrug")) * collar, sine(of(`${side}-shoulder`, "squeeze")) * collar];
    const place: Vec = [-back, BONES.upperBack - BONES.shoulderDown + up, outward(side) * (BONES.shoulderApart - Math.abs(back) / 3)];
    const root = joined(chest, place, ball(side, "shoulder"));
    const middle = joined(root, [0, -BONES.upperArm, 0], aboutZ(of(`${side}-elbow`, "bend")));
    return { root, middle, end: joined(middle, [0, -BONES.forearm, 0], aboutZ(of(`${side}-wrist`, "bend"))) };
  };
  const leg = (side: Side): Limb => {
    const root = joined(pelvis, [0, 0, outward(side) * BONES.hipApart], ball(side, "hip"));
    const middle = joined(root, [0, -BONES.thigh, 0], aboutZ(-of(`${side}-knee`, "bend")));
    return { root, middle, end: joined(middle, [0, -BONES.shin, 0], aboutZ(of(`${side}-ankle`, "bend"))) };
  };
  return {
    pelvis, waist, chest, neck, head,
    arms: { left: arm("left"), right: arm("right") },
    legs: { left: leg("left"), right: leg("right") },
    breath: of("tummy", "rise"),
  };
}

/** The joint at the far end of a bone, and the turn of what follows it. */
export function joined(from: Joint, bone: Vec, turn: Turn = UPRIGHT): Joint {
  return { at: plus(from.at, turned(from.turn, bone)), turn: turns(from.turn, turn) };
}

/** A point given in a joint's own axes. */
export const pointAt = (joint: Joint, place: Vec): Vec => plus(joint.at, turned(joint.turn, place));

const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
