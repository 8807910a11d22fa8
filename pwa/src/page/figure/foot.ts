/** A foot close up, big toe towards whoever looks. It points along x on a floor at height 0. Millimetres. */
import type { Angles } from "../../shared/content/figure-types.ts";
import type { Ball } from "./camera.ts";
import type { Part } from "./flesh.ts";
import { type Joint, joined, pointAt } from "./skeleton.ts";
import { aboutZ, between, UPRIGHT, type Vec } from "./vectors.ts";

/** From the ankle. */
const HEEL: Ball = [[-42, -50, 0], 30];
const BALL: Ball = [[112, -62, 0], 18];
const ANKLE_HIGH = 80;
/** To where the picture ends, and the trouser goes on beyond. */
const SHIN = 140;

export interface FootBones {
  ankle: Joint;
  /** Where the ball of the foot is, the ground the toes lie on as it is turned. */
  ball: Joint;
  shin: Vec;
  arch: number;
  big: Vec[];
  small: Vec[];
}

export function footOf(angles: Angles): FootBones {
  const of = (joint: string, movement: string) => angles[joint]?.[movement] ?? 0;
  const lift = of("sole", "lift");
  const pivot = (lift > 0 ? HEEL : BALL)[0];
  const turn = aboutZ(lift);
  const flat: Vec = [pivot[0], ANKLE_HIGH + pivot[1], 0];
  const ankle: Joint = { at: pointAt({ at: flat, turn }, [-pivot[0], -pivot[1], 0]), turn };
  const ball = joined(ankle, BALL[0]);
  // The toes begin level with the sole; while the heel is up they stay on the floor.
  const toes = (name: string, forward: number, aside: number, bones: [number, number]): Vec[] => {
    const base = joined(ankle, [forward, BALL[0][1] + 3, aside], aboutZ(of(name, "base")));
    const middle = joined(base, [bones[0], 0, 0], aboutZ(-of(name, "tip")));
    return [base.at, middle.at, joined(middle, [bones[1], 0, 0], UPRIGHT).at];
  };
  return {
    ankle, ball, arch: of("arch", "lift"),
    shin: pointAt({ at: ankle.at, turn: aboutZ(-of("shin", "lean")) }, [0, SHIN, 0]),
    big: toes("big-toe", 116, 16, [32, 26]),
    small: toes("small-toes", 108, -16, [26, 20]),
  };
}

/** Skin over the bones of toes that lie side by side. */
const toeParts = (points: Vec[], thick: number[], wide: number): Part[] =>
  points.slice(1).map((point, index) => [...abreast(points[index]!, thick[index]!, wide), ...abreast(point, thick[index + 1]!, wide)]);
const abreast = ([x, y, z]: Vec, radius: number, wide: number): Ball[] => [[[x, y, z - wide], radius], [[x, y, z + wide], radius]];

export const bigToe = ({ big }: FootBones): Part[] => toeParts(big, [15, 13, 11], 4);
export const smallToes = ({ small }: FootBones): Part[] => toeParts(small, [13, 10.5, 9], 14);

/** Where the trouser ends. */
export const cuff = ({ ankle, shin }: FootBones): Part[] => [[[between(ankle.at, shin, 2), 52], [between(ankle.at, shin, 0.7), 46]]];

export function footParts({ ankle, shin, arch }: FootBones): Part[] {
  const at = (x: number, y: number, z: number, radius: number): Ball => [pointAt(ankle, [x, y, z]), radius];
  const bridge = [at(55, -36 + arch * 0.6, 4, 28 - arch * 0.3), at(60, -40 + arch * 0.6, -12, 24)];
  return [
    [[shin, 46], at(0, 6, 0, 37)],
    [at(0, 6, 0, 37), [pointAt(ankle, HEEL[0]), HEEL[1]], at(20, -20, 0, 32)],
    [at(-10, -30, 0, 34), ...bridge],
    [...bridge, at(BALL[0][0], BALL[0][1], 16, BALL[1]), at(BALL[0][0] - 4, BALL[0][1] - 1, -22, BALL[1] - 1)],
    [[pointAt(ankle, HEEL[0]), HEEL[1]], at(20, -48 + arch, -16, 26 - arch * 0.4), at(100, -58, -20, 18)],
  ];
}
