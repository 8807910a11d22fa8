/** The chair, the mat and the other things round the figure: plain rounded shapes. */
import { type Ball, type Camera, skinOver } from "./camera.ts";
import type { Part } from "./flesh.ts";
import { CHAIR_BACK_AT, HEIGHTS, type Room, STEP_FROM, STEP_TO, WALL_AT, WORKTOP_FROM } from "./room.ts";
import { pointAt } from "./skeleton.ts";
import type { Posture } from "./stage.ts";
import { direction, minus, plus, scaled, type Vec } from "./vectors.ts";

/** A thing made of parts that are drawn from back to front, and whether it hides the figure or the figure hides it. */
export interface Thing {
  name: string;
  parts: Part[];
  /** Stands before the figure, behind it, or where it is nearer or further. */
  order: "behind" | "before" | "as it lies";
}

const rod = (a: Vec, b: Vec, radius: number): Part => [[a, radius], [b, radius]];

/** A block with rounded edges, from one corner to the other. */
export function block([x1, y1, z1]: Vec, [x2, y2, z2]: Vec, radius = 1): Part {
  const within = (low: number, high: number): [number, number] => [Math.min(low + radius, high - radius), Math.max(low + radius, high - radius)];
  const [xs, ys, zs] = [within(x1, x2), within(y1, y2), within(z1, z2)];
  return xs.flatMap((x) => ys.flatMap((y) => zs.map((z): Ball => [[x, y, z], radius])));
}

export function thingsIn(room: Room, posture: Posture, extent: [number, number]): Thing[] {
  const { ahead } = room;
  return room.props.flatMap((prop): Thing[] => {
    switch (prop) {
      case "chair": return [room.seat ? chair(room.seat[0] - 15, room.seat[2], 1) : chair(ahead + CHAIR_BACK_AT, 0, 1, "before")];
      case "mat": return [{ name: "mat", order: "behind", parts: [block([extent[0] - 8, 0, -34], [extent[1] + 8, HEIGHTS.mat, 34], 2.5)] }];
      case "step": return [{ name: "step", order: "behind", parts: [block([ahead + STEP_FROM, 0, -32], [ahead + STEP_TO, HEIGHTS.step, 32], 1.5)] }];
      case "wall": return [{ name: "wall", order: "behind", parts: [block([ahead + WALL_AT, 0, -30], [ahead + WALL_AT + 5, 176, 30], 0.5)] }];
      case "worktop": return [table(ahead + WORKTOP_FROM, ahead + WORKTOP_FROM + 45, HEIGHTS.worktop)];
      case "worktop-beside": return [{ name: "counter", order: "behind", parts: [block([-40, 0, -62], [60, HEIGHTS.worktop - 5, -36], 1), block([-44, HEIGHTS.worktop - 5, -64], [64, HEIGHTS.worktop, -32], 1.4)] }];
      case "line": return [{ name: "line", order: "behind", parts: [rod([extent[0], 0, 0], [extent[1], 0, 0], 0.8)] }];
      case "table": return [table(26, 90, HEIGHTS.table)];
      case "rail": return [{ name: "rail", order: "behind", parts: [rod([-30, HEIGHTS.rail, -32], [80, HEIGHTS.rail, -32], 1.8), rod([-30, 0, -32], [-30, HEIGHTS.rail, -32], 1.8), rod([80, 0, -32], [80, HEIGHTS.rail, -32], 1.8)] }];
      case "stick": return [stick(posture)];
      case "towel": return [{ name: "towel", order: "as it lies", parts: [towelUnder(posture)] }];
      case "cushion": return [cushionBetween(posture)];
      case "pillow": return [pillowUnder(posture)];
    }
  });
}

/** A chair whose back is at x and whose seat reaches forward from there. */
function chair(x: number, z: number, ahead: 1 | -1, order: Thing["order"] = "behind"): Thing {
  const [seat, top] = [HEIGHTS.seat, HEIGHTS.chairBack];
  const front = x + ahead * 38;
  const sides = [z - 19, z + 19];
  return {
    name: "chair",
    order,
    parts: [
      ...sides.flatMap((side) => [rod([x, 1.5, side], [x, top, side], 1.6), rod([front, 1.5, side], [front, seat - 2, side], 1.6)]),
      block([Math.min(x, front) - 1, seat - 4, z - 21], [Math.max(x, front) + 2, seat, z + 21], 1.4),
      block([x - 1.5, top - 20, z - 19], [x + 1.5, top, z + 19], 1.4),
    ],
  };
}

function table(from: number, to: number, height: number): Thing {
  const legs = [from + 4, to - 4].flatMap((x) => [-38, 38].map((z) => rod([x, 1.5, z], [x, height - 4, z], 1.6)));
  return { name: "table", order: "behind", parts: [...legs, block([from, height - 4, -42], [to, height, 42], 1.4)] };
}

/** A stick in both hands. */
function stick({ arms }: Posture): Thing {
  const hands = [arms.left.end, arms.right.end].map((wrist) => pointAt(wrist, [1.5, -6, 0])) as [Vec, Vec];
  const along = direction(minus(hands[1], hands[0])) ?? [0, 0, 1];
  return { name: "stick", order: "as it lies", parts: [rod(plus(hands[0], scaled(along, -14)), plus(hands[1], scaled(along, 14)), 1.4)] };
}

function towelUnder({ legs }: Posture): Part {
  const knee = legs.right.middle.at;
  const low: Vec = [knee[0], (knee[1] - 5 + HEIGHTS.mat) / 2, knee[2]];
  const round = Math.max(2.5, (knee[1] - 5 - HEIGHTS.mat) / 2);
  return [[[low[0], low[1], low[2] - 11], round], [[low[0], low[1], low[2] + 11], round]];
}

function cushionBetween({ legs }: Posture): Thing {
  const [left, right] = [legs.left.middle.at, legs.right.middle.at];
  const middle = scaled(plus(left, right), 0.5);
  const half = Math.max(3, Math.abs(right[2] - left[2]) / 2 - 5);
  return { name: "cushion", order: "as it lies", parts: [block(plus(middle, [-13, -10, -half]), plus(middle, [5, 12, half]), Math.min(4, half))] };
}

/** As thick as there is room for between the mat and the head. */
function pillowUnder({ head }: Posture): Thing {
  const [x, y, z] = pointAt(head, [0, 10, 0]);
  const top = Math.max(HEIGHTS.mat + 3, y - 8.5);
  return { name: "cushion", order: "behind", parts: [block([x - 15, HEIGHTS.mat - 1, z - 22], [x + 15, top, z + 22], (top - HEIGHTS.mat) / 2)] };
}

/** A soft patch of floor under the figure: from and to, ahead and to its right. */
export function ground([from, to]: [number, number], [left, right]: [number, number], camera: Camera): string {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const [across, wide] = [(left + right) / 2, (right - left) / 2];
  const rim = Array.from({ length: 28 }, (_, step): Ball => {
    const angle = (step * Math.PI) / 14;
    return [[middle + half * Math.cos(angle), 0, across + wide * Math.sin(angle)], 0.5];
  });
  return skinOver(rim, camera);
}
