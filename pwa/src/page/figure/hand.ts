/** A hand close up: five fingers of three joints each. It points along x with its back up (y) and the thumb to z. Millimetres. */
import type { Angles } from "../../shared/content/figure-types.ts";
import type { Ball } from "./camera.ts";
import type { Part } from "./flesh.ts";
import { type Joint, joined, pointAt } from "./skeleton.ts";
import { aboutX, aboutY, aboutZ, turns, UPRIGHT, type Vec } from "./vectors.ts";

export const FINGERS = ["index-finger", "middle-finger", "ring-finger", "little-finger"] as const;
export type Finger = (typeof FINGERS)[number];

interface FingerBones {
  knuckle: Vec;
  bones: [number, number, number];
  thick: number;
  /** Towards which side it spreads: away from the middle finger. */
  aside: 1 | 0 | -1;
}

export const FINGER_BONES: { [finger in Finger]: FingerBones } = {
  "index-finger": { knuckle: [88, 0, 30], bones: [42, 26, 20], thick: 9.5, aside: 1 },
  "middle-finger": { knuckle: [92, 2, 10], bones: [47, 30, 21], thick: 9.8, aside: 1 },
  "ring-finger": { knuckle: [88, 1, -10], bones: [43, 28, 21], thick: 9.4, aside: -1 },
  "little-finger": { knuckle: [79, -2, -29], bones: [34, 20, 18], thick: 8.4, aside: -1 },
};
const THUMB: { root: Vec; bones: [number, number, number]; thick: number } = { root: [20, -8, 26], bones: [44, 33, 26], thick: 11.5 };
const FOREARM = 70;

export interface HandBones {
  forearm: Joint;
  wrist: Joint;
  /** From the knuckle to the tip: four points. */
  fingers: { [finger in Finger]: Vec[] };
  thumb: Vec[];
}

export function handOf(angles: Angles): HandBones {
  const of = (joint: string, movement: string) => angles[joint]?.[movement] ?? 0;
  const forearm: Joint = { at: [0, 0, 0], turn: turns(aboutZ(of("forearm", "lift")), aboutX(of("forearm", "roll"))) };
  const wrist: Joint = { at: forearm.at, turn: turns(forearm.turn, aboutZ(-of("wrist", "bend")), aboutY(-of("wrist", "side"))) };
  const finger = (name: Finger): Vec[] => {
    const { knuckle, bones, aside } = FINGER_BONES[name];
    const first = joined(wrist, knuckle, turns(aboutY(-aside * of(name, "spread")), aboutZ(-of(name, "knuckle"))));
    return chain(first, bones, [aboutZ(-of(name, "middle")), aboutZ(-of(name, "tip"))]);
  };
  const root = joined(wrist, THUMB.root, turns(aboutX(of("thumb", "across")), aboutY(-of("thumb", "out") - 8)));
  return {
    forearm, wrist,
    fingers: Object.fromEntries(FINGERS.map((name) => [name, finger(name)])) as HandBones["fingers"],
    thumb: chain(root, THUMB.bones, [aboutY(of("thumb", "bend")), aboutY(of("thumb", "tip"))]),
  };
}

/** The joints along bones that each point along x. */
function chain(first: Joint, bones: number[], bends: Joint["turn"][]): Vec[] {
  const points = [first.at];
  let joint = first;
  bones.forEach((bone, index) => {
    joint = joined(joint, [bone, 0, 0], bends[index] ?? UPRIGHT);
    points.push(joint.at);
  });
  return points;
}

/** Skin over the bones of a finger, one part a bone, thinner towards the tip. */
export const fingerParts = (points: Vec[], thick: number): Part[] =>
  points.slice(1).map((point, index): Ball[] => [[points[index]!, thick * (1 - 0.08 * index)], [point, thick * (1 - 0.08 * (index + 1))]]);

export const thumbParts = ({ thumb }: HandBones): Part[] => fingerParts(thumb, THUMB.thick);

/** Where the sleeve ends. */
export const cuff = ({ forearm }: HandBones): Part[] =>
  [[-FOREARM - 130, -FOREARM + 25].flatMap((x) => [-16, 16].map((z): Ball => [pointAt(forearm, [x, 0, z]), 19]))];

export function palmParts({ forearm, wrist }: HandBones): Part[] {
  const ball = (joint: Joint, place: Vec, radius: number): Ball => [pointAt(joint, place), radius];
  const knuckles = Object.values(FINGER_BONES).map(({ knuckle: [x, y, z] }) => ball(wrist, [x - 4, y - 2, z], 10.5));
  return [[ball(wrist, [6, -1, 17], 12), ball(wrist, [6, -1, -17], 12), ball(wrist, [30, -4, 26], 14), ball(wrist, [34, -4, -22], 12), ...knuckles],
    [ball(wrist, [2, 0, 12], 13), ball(wrist, [2, 0, -12], 13), ball(forearm, [-FOREARM, 0, 15], 16), ball(forearm, [-FOREARM, 0, -15], 16)]];
}
