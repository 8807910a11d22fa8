/** What is round the bones: the balls over which the figure's skin is stretched. Centimetres. */
import type { Ball } from "./camera.ts";
import { BONES, type Joint, type Limb, outward, pointAt, type Skeleton } from "./skeleton.ts";
import type { Vec } from "./vectors.ts";

export const ROUND = {
  hips: 9.5, waist: 9.2, chest: 10.2, shoulder: 5.4, neck: 5, elbow: 4, wrist: 3.1,
  thigh: 8.4, knee: 6, calf: 5.2, ankle: 4,
} as const;

/** In the foot's own axes, from the ankle: forward, up, right. */
const HEEL: [Vec, number] = [[-4, -4.6, 0], 3.4];
const BALL: [Vec, number] = [[11.5, -5.6, 0], 2.4];
const TOES: [Vec, number] = [[16, -6, 0], 2];
/** How far the ball of the foot and the toes reach to either side. */
const WIDE = 2;
export const SOLE = { heel: HEEL, ball: BALL };

const ballOf = (joint: Joint, [place, radius]: [Vec, number]): Ball => [pointAt(joint, place), radius];

/** Each part is one skin over all of its balls; the parts of a list are joined. */
export type Part = readonly Ball[];

const hipBalls = ({ pelvis }: Skeleton): Ball[] =>
  (["left", "right"] as const).map((side) => ballOf(pelvis, [[0, 1, outward(side) * (BONES.hipApart - 2)], ROUND.hips]));

export const pelvis = (skeleton: Skeleton): Part[] => [[...hipBalls(skeleton), [skeleton.waist.at, ROUND.waist]]];
/** The part of it that the thighs grow out of. */
export const hips = (skeleton: Skeleton): Part[] => [hipBalls(skeleton)];

export function trunk({ waist, chest, arms, breath }: Skeleton): Part[] {
  const across = (joint: Joint, up: number, wide: number, radius: number): Ball[] =>
    [-wide, wide].map((z) => ballOf(joint, [[0, up, z], radius]));
  const shoulders: Ball[] = [[arms.left.root.at, ROUND.shoulder], [arms.right.root.at, ROUND.shoulder]];
  const middle = across(chest, 2, 5, ROUND.chest - 0.4);
  return [
    [...across(waist, -1, 4, ROUND.waist), ...middle, ballOf(waist, [[breath, 4, 0], ROUND.waist])],
    [...middle, ...across(chest, 12, 5.5, ROUND.chest), ...shoulders, ballOf(chest, [[0, BONES.upperBack - 3, 0], ROUND.neck])],
  ];
}

export const neck = ({ neck, head }: Skeleton): Part[] =>
  [[ballOf(neck, [[0, -4, 0], ROUND.neck]), ballOf(head, [[0, 3, 0], ROUND.neck - 0.4])]];

/** In the head's own axes, from where it sits on the neck. */
export const FACE: { [part in "face" | "nose" | "hair"]: [Vec, number][] } = {
  face: [[[0.5, 11.2, 0], 10.2], [[3, 4.8, 0], 6.7]],
  nose: [[[9.4, 9, 0], 1.6], [[10.4, 7.2, 0], 1.8]],
  hair: [[[-1.8, 13.2, 0], 10.4], [[-3.6, 9.2, 0], 8.8]],
};
export const EYES: Vec[] = [[9.6, 11.6, -3.9], [9.6, 11.6, 3.9]];
export const MOUTH: [Vec, Vec, Vec] = [[8.4, 4.8, -3.4], [10.4, 2, 0], [8.4, 4.8, 3.4]];
export const LIPS: Vec = [9.3, 3.4, 0];
export const headPart = ({ head }: Skeleton, part: keyof typeof FACE): Part => FACE[part].map((each) => ballOf(head, each));

export function leg({ root, middle, end }: Limb): Part[] {
  const calf = pointAt(middle, [-1, -BONES.shin / 3, 0]);
  return [
    [[root.at, ROUND.thigh], [middle.at, ROUND.knee]],
    [[middle.at, ROUND.knee], [calf, ROUND.calf], [end.at, ROUND.ankle]],
  ];
}

/** The toes stay level while the heel comes up: `toes` is how they are turned. */
export function foot(ankle: Joint, toes: Joint["turn"]): Part[] {
  const wide = (joint: Joint, [[x, y], radius]: [Vec, number]): Ball[] => [-WIDE, WIDE].map((z) => ballOf(joint, [[x, y, z], radius]));
  const ball = wide(ankle, BALL);
  const front = { at: pointAt(ankle, BALL[0]), turn: toes };
  const tips = wide(front, [[TOES[0][0] - BALL[0][0], TOES[0][1] - BALL[0][1], 0], TOES[1]]);
  return [[[ankle.at, ROUND.ankle], ballOf(ankle, HEEL), ...ball], [ballOf(ankle, [[5, -3.4, 0], 3.4]), ...ball], [...ball, ...tips]];
}

export const arm = ({ root, middle, end }: Limb): Part[] => [
  [[root.at, ROUND.shoulder - 0.2], [middle.at, ROUND.elbow]],
  [[middle.at, ROUND.elbow], [end.at, ROUND.wrist]],
];

/** A mitten: palm, fingers together, thumb. */
export const hand = (wrist: Joint): Part[] => {
  const at = (x: number, y: number, radius: number): Ball => [pointAt(wrist, [x, y, 0]), radius];
  return [[at(0, -1, 3), at(0.4, -5.5, 4), at(0.6, -12, 2.7)], [at(1, -2.5, 2.3), at(4.6, -7, 1.9)]];
};
