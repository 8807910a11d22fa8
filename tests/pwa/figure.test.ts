/** The figure's bones and joints: planted points stay, limbs keep their length, knees and elbows bend the one way they can. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bendOf } from "../node/bends.ts";
import type { Angles, BodyFigure, Pose } from "../../pwa/src/shared/content/figure-types.ts";
import { ankleOver, dropOf, pointOf } from "../../pwa/src/page/figure/contacts.ts";
import { drawingOf, shapesAt } from "../../pwa/src/page/figure/drawing.ts";
import { mirrored } from "../../pwa/src/page/figure/mirror.ts";
import { momentAt, roundOf } from "../../pwa/src/page/figure/motion.ts";
import { ELBOW, KNEE, reached } from "../../pwa/src/page/figure/reach.ts";
import { HEIGHTS } from "../../pwa/src/page/figure/room.ts";
import { BONES, skeletonOf } from "../../pwa/src/page/figure/skeleton.ts";
import { postureBetween, stageOf } from "../../pwa/src/page/figure/stage.ts";
import { length, minus, type Vec } from "../../pwa/src/page/figure/vectors.ts";

const pose = (angles: Angles, rest: Partial<Pose> = {}): Pose => ({ angles, planted: ["left-foot", "right-foot"], resting: [], hold: {}, ...rest });
const both = (joint: string, movements: Angles[string]): Angles => ({ [`left-${joint}`]: movements, [`right-${joint}`]: movements });
const figure = (poses: Pose[], changes: Partial<BodyFigure> = {}): BodyFigure =>
  ({ kind: "body", view: "side", crop: "all", props: [], poses, alternate: false, seconds: null, arrow: null, ...changes });
const near = (a: number, b: number, by = 1e-6) => assert.ok(Math.abs(a - b) <= by, `${a} is not ${b}`);
const SEATED = pose({ ...both("hip", { raise: 85 }), ...both("knee", { bend: 92 }) }, { planted: ["seat", "left-foot", "right-foot"] });
const MOMENTS = Array.from({ length: 11 }, (_, moment) => moment / 10);

test("joints bend the way that their signs say", () => {
  const bent = skeletonOf({ "right-knee": { bend: 90 }, "right-elbow": { bend: 90 }, "left-hip": { raise: 90 }, "left-shoulder": { out: 90 } });
  const straight = skeletonOf({});
  assert.ok(bent.legs.right.end.at[0] < -30, "a bent knee takes the foot back");
  assert.ok(bent.arms.right.end.at[0] > 20, "a bent elbow takes the hand forward");
  assert.ok(bent.legs.left.middle.at[0] > 40, "a raised hip takes the knee forward");
  assert.ok(bent.arms.left.middle.at[2] < straight.arms.left.middle.at[2] - 20, "an arm goes out to its own side");
});

test("standing up keeps both feet where they are, and every bone as long as it is", () => {
  const { room, settled } = stageOf(figure([SEATED, pose({})], { props: ["chair"] }));
  const feet = (["left-foot", "right-foot"] as const).map((foot) => settled[0]!.spots[foot]!.at);
  for (const t of MOMENTS) {
    const posture = postureBetween(settled[0]!, settled[1]!, t, room);
    for (const [index, side] of (["left", "right"] as const).entries()) {
      const { root, middle, end } = posture.legs[side];
      near(length(minus(end.at, [feet[index]![0], BONES.ankle, feet[index]![2]])), 0, 0.1);
      near(length(minus(middle.at, root.at)), BONES.thigh);
      near(length(minus(end.at, middle.at)), BONES.shin);
      assert.ok(bendOf(posture.legs[side], KNEE) > 0);
    }
  }
});

test("the chair is under the seat, and the seat is on the chair", () => {
  const { room, settled } = stageOf(figure([SEATED, pose({})], { props: ["chair"] }));
  const sitting = postureBetween(settled[0]!, settled[0]!, 0, room);
  near(pointOf(sitting, "seat")[1] - dropOf(sitting, "seat"), HEIGHTS.seat);
  assert.deepEqual(room.seat, sitting.pelvis.at);
});

test("a planted foot that differs in its angles is brought to the ground, not left in the air", () => {
  const uneven = pose({ "right-hip": { raise: 20 }, "right-knee": { bend: 35 } });
  const { room, settled } = stageOf(figure([uneven]));
  const { legs } = postureBetween(settled[0]!, settled[0]!, 0, room);
  near(legs.left.end.at[1], BONES.ankle, 0.1);
  near(legs.right.end.at[1], BONES.ankle, 0.2);
});

test("on the way down from its ball or its heel a sole keeps that point where it is", () => {
  for (const lift of [-30, 25]) {
    const sole = lift < 0 ? [11.5, -5.6, 0] : [-4, -4.6, 0];
    const at = (degrees: number): Vec => {
      const { at, turn } = ankleOver([0, 0, 0], [1, 0, 0], degrees);
      return [0, 1, 2].map((axis) => at[axis]! + turn[0][axis]! * sole[0]! + turn[1][axis]! * sole[1]!) as unknown as Vec;
    };
    near(length(minus(at(lift), at(lift / 2))), 0, 1e-9);
  }
});

test("a limb reaches a place by bending forwards at the knee and backwards at the elbow, however far it bends", () => {
  const { legs, arms } = skeletonOf({}, [0, 100, 0]);
  for (const up of [5, 20, 40, 60]) {
    const leg = reached(legs.right, [legs.right.end.at[0] + 5, legs.right.end.at[1] + up, legs.right.end.at[2]], KNEE);
    const arm = reached(arms.left, [arms.left.end.at[0] + 5, arms.left.end.at[1] + up / 2, arms.left.end.at[2]], ELBOW);
    assert.ok(bendOf(leg, KNEE) > 10 && bendOf(arm, ELBOW) > 10);
    assert.ok(leg.middle.at[0] > leg.root.at[0] && arm.middle.at[0] < arm.root.at[0]);
    near(leg.middle.turn[0][0] * leg.root.turn[2][0] + leg.middle.turn[0][1] * leg.root.turn[2][1] + leg.middle.turn[0][2] * leg.root.turn[2][2], 0);
  }
});

test("left and right change over, twice is as before, and what stands beside the figure is held by the same hand", () => {
  const before = pose({ chest: { bend: 5, turn: 20 }, "right-knee": { bend: 30 } }, { planted: ["left-foot"], hold: { left: "rail", right: "thigh" } });
  const after = mirrored(before);
  assert.deepEqual(after.angles, { chest: { bend: 5, turn: -20 }, "left-knee": { bend: 30 } });
  assert.deepEqual(after.planted, ["right-foot"]);
  assert.equal(after.hold.left, "thigh");
  assert.deepEqual(mirrored(mirrored({ ...before, hold: {} })), { ...before, hold: {} });
});

test("a round goes there and back, rests at each end and never jumps", () => {
  const [a, b, c] = [pose({}), pose({ head: { turn: 1 } }), pose({ head: { turn: 2 } })];
  assert.deepEqual(roundOf([a, b, c], false), [a, b, c, b]);
  assert.equal(roundOf([a, b], true).length, 4);
  assert.deepEqual(momentAt(0, 2), { from: 0, to: 1, t: 0 });
  assert.deepEqual(momentAt(0.999, 2), { from: 1, to: 0, t: 1 });
  const turn = (share: number) => {
    const { from, to, t } = momentAt(share, 2);
    return from * (1 - t) + to * t;
  };
  for (let share = 0; share < 2; share += 0.01) assert.ok(Math.abs(turn(share) - turn(share + 0.01)) < 0.06);
});

test("what moves stays inside the picture, and the same parts are drawn at every moment", () => {
  const drawing = drawingOf(figure([SEATED, pose({})], { props: ["chair"], arrow: "head" }));
  const [left, top, width, height] = drawing.box;
  const keys = shapesAt(drawing, 0).map(({ key }) => key).toSorted();
  for (const share of MOMENTS) {
    const shapes = shapesAt(drawing, share);
    assert.deepEqual(shapes.map(({ key }) => key).toSorted(), keys);
    const numbers = shapes.flatMap(({ d }) => (d.match(/-?[\d.]+/g) ?? []).map(Number));
    numbers.forEach((value, index) => assert.ok(index % 2 ? value >= top && value <= top + height : value >= left && value <= left + width));
  }
  assert.match(drawing.arrow, /^M[-\d. ]+/);
});
