/**
 * Looks at every picture of the library at many moments: node figures.ts library.json joints.json faults.json. What it
 * tells is what a careful eye would: a bone that grows, a joint bent too far, a foot that slides, floats or sinks, a hand
 * that lets go.
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { BodyFigure, CloseUp, Contact, FigureFacts, Side } from "../../pwa/src/shared/content/figure-types.ts";
import { dropOf, limbOf, pointOf, sideOf } from "../../pwa/src/page/figure/contacts.ts";
import * as flesh from "../../pwa/src/page/figure/flesh.ts";
import { FINGERS, handOf } from "../../pwa/src/page/figure/hand.ts";
import { footOf, footParts } from "../../pwa/src/page/figure/foot.ts";
import { gripOf } from "../../pwa/src/page/figure/holds.ts";
import { roundOf } from "../../pwa/src/page/figure/motion.ts";
import { ELBOW, KNEE } from "../../pwa/src/page/figure/reach.ts";
import { HEIGHTS, type Room } from "../../pwa/src/page/figure/room.ts";
import { BONES, type Limb, outward, SIDES } from "../../pwa/src/page/figure/skeleton.ts";
import { anglesBetween, type Posture, postureBetween, type Settled, stageOf } from "../../pwa/src/page/figure/stage.ts";
import { length, minus, seenFrom, type Turn, type Vec } from "../../pwa/src/page/figure/vectors.ts";
import { bendOf } from "./bends.ts";

interface Limits { [figure: string]: { groups: { [group: string]: string[] }; limits: { [joint: string]: { [movement: string]: [number, number] } } } }
const [, , library, joints, to] = process.argv;
const { exercises } = JSON.parse(readFileSync(library!, "utf8")) as { exercises: { slug: string; figure: FigureFacts }[] };
const { limits } = (JSON.parse(readFileSync(joints!, "utf8")) as Limits)["body"]!;

const MOMENTS = 10;
/** Centimetres that nobody sees. */
const CLOSE = 0.6;
/** Degrees by which a limb that reaches for something may go beyond what a pose may ask for. */
const SLACK = 12;
const faults = new Set<string>();

for (const { slug, figure } of exercises) {
  const poses = roundOf(figure.poses, figure.alternate);
  if (figure.kind !== "body") for (const pose of poses) lookAtCloseUp(slug, figure, pose.angles);
  else {
    const { room, settled } = stageOf(figure);
    settled.forEach((from, index) => {
      const next = settled[(index + 1) % settled.length]!;
      for (let moment = 0; moment < MOMENTS; moment++) {
        const t = moment / MOMENTS;
        lookAt(`${slug}, ${index} to ${(index + 1) % settled.length}`, figure, postureBetween(from, next, t, room), from, next, t, room);
      }
    });
  }
}
writeFileSync(to!, JSON.stringify([...faults]));

function lookAt(where: string, figure: BodyFigure, posture: Posture, from: Settled, next: Settled, t: number, room: Room): void {
  const say = (what: string) => faults.add(`${where}: ${what}`);
  for (const side of SIDES) {
    bones(posture.arms[side], BONES.upperArm, BONES.forearm, (bone) => say(`${side} ${bone} of the arm changes its length`));
    bones(posture.legs[side], BONES.thigh, BONES.shin, (bone) => say(`${side} ${bone} of the leg changes its length`));
    within(bendOf(posture.legs[side], KNEE), limits["knees"]!["bend"]!, 1, (angle) => say(`${side} knee is bent by ${angle}`));
    within(bendOf(posture.arms[side], ELBOW), limits["elbows"]!["bend"]!, 1, (angle) => say(`${side} elbow is bent by ${angle}`));
    ball(posture.legs[side].root.turn, posture.pelvis.turn, side, "hips", (what) => say(`${side} hip: ${what}`));
    ankle(posture, side, (angle) => say(`${side} ankle is bent by ${angle}`));
    const [held, then] = [from.pose.hold[side], next.pose.hold[side]];
    if (held && held === then) {
      const off = length(minus(gripOf(held, posture, side, room).wrist.at, posture.arms[side].end.at));
      if (off > CLOSE && held !== "table") say(`${side} hand is ${off.toFixed(1)} cm away from ${held}`);
    }
  }
  const touching = [...from.pose.planted, ...from.pose.resting];
  for (const contact of touching.filter((each) => next.spots[each])) {
    const surface = room.heightAt(contact, pointOf(posture, contact)[0]);
    if (from.spots[contact]!.at[1] !== next.spots[contact]!.at[1]) continue; // on its way up or down a step
    const height = lowest(posture, contact) - surface;
    if (contact.endsWith("hand") ? Math.abs(height) > 3 : Math.abs(height) > CLOSE + (limbOf(contact) ? 0 : 3)) say(`${contact} is ${height.toFixed(1)} cm over the ground`);
    if (from.pose.planted.includes(contact) && next.pose.planted.includes(contact)) stays(contact, posture, from, (off) => say(`${contact} slides by ${off} cm`));
  }
  const floor = figure.props.includes("mat") ? HEIGHTS.mat : 0;
  for (const [name, part] of limbsOf(posture)) {
    const low = Math.min(...part.flat().map(([at, radius]) => at[1] - radius));
    if (low < floor - 3.6) say(`${name} sinks ${(floor - low).toFixed(1)} cm into the ground`);
  }
  if (t === 0 && from.pose.planted.includes("seat") && room.seat && Math.abs(posture.pelvis.at[0] - room.seat[0]) > 1) say("the seat is not under the hips");
}

/** The height of what is lowest of a part that touches the ground. */
function lowest(posture: Posture, contact: Contact): number {
  const side = sideOf(contact);
  if (limbOf(contact) !== "foot") return pointOf(posture, contact)[1] - dropOf(posture, contact);
  return Math.min(...flesh.foot(posture.legs[side].end, posture.toes[side]).flat().map(([at, radius]) => at[1] - radius));
}

function bones({ root, middle, end }: Limb, upper: number, lower: number, say: (bone: string) => void): void {
  if (Math.abs(length(minus(middle.at, root.at)) - upper) > 0.01) say("upper bone");
  if (Math.abs(length(minus(end.at, middle.at)) - lower) > 0.06) say("lower bone");
}

function within(angle: number, [low, high]: [number, number], slack: number, say: (angle: string) => void): void {
  if (angle < low - slack || angle > high + slack) say(`${angle.toFixed(0)}°`);
}

/** The hip's own three angles, as far as they can be told from where the thigh has come to lie. */
function ball(limb: Turn, body: Turn, side: Side, joint: string, say: (what: string) => void): void {
  const [x, y, z] = limb.map((axis) => seenFrom(body, axis)) as [Vec, Vec, Vec];
  const degrees = 180 / Math.PI;
  const out = -outward(side) * Math.asin(y[2]) * degrees * -1;
  const raise = Math.atan2(-y[0], y[1]) * degrees;
  const turn = Math.atan2(-x[2], z[2]) * degrees * -outward(side);
  within(raise, limits[joint]!["raise"]!, SLACK, (angle) => say(`raised by ${angle}`));
  within(Math.abs(out), [0, limits[joint]!["out"]![1]], SLACK, (angle) => say(`out by ${angle}`));
  within(Math.abs(turn), [0, limits[joint]!["turn"]![1]], SLACK, (angle) => say(`turned by ${angle}`));
}

function ankle({ legs }: Posture, side: Side, say: (angle: string) => void): void {
  const { middle, end } = legs[side];
  const [x] = [seenFrom(middle.turn, end.turn[0])];
  within((Math.atan2(x[1], x[0]) * 180) / Math.PI, limits["ankles"]!["bend"]!, SLACK, say);
}

function stays(contact: Contact, posture: Posture, from: Settled, say: (off: string) => void): void {
  const spot = from.spots[contact]!;
  const side = sideOf(contact);
  // A foot that comes up on its ball keeps the ball in place, not the ankle.
  if (limbOf(contact) === "foot") {
    const level = length([posture.toes[side][0][0] - posture.legs[side].end.turn[0][0], posture.toes[side][0][1] - posture.legs[side].end.turn[0][1], 0]);
    if (level > 0.01) return;
  }
  const [x, , z] = pointOf(posture, contact);
  const off = Math.hypot(x - spot.at[0], z - spot.at[2]);
  if (off > CLOSE + 2.5 * Number(posture.legs[side].end.turn[0][1] !== 0)) say(off.toFixed(1));
}

function limbsOf({ arms, legs, toes, head }: Posture): [string, readonly flesh.Part[]][] {
  void head;
  return SIDES.flatMap((side): [string, readonly flesh.Part[]][] => [
    [`${side} foot`, flesh.foot(legs[side].end, toes[side])],
    [`${side} leg`, flesh.leg(legs[side])],
    [`${side} hand`, flesh.hand(arms[side].end)],
    [`${side} elbow`, flesh.arm(arms[side])],
  ]);
}

function lookAtCloseUp(slug: string, figure: CloseUp, angles: Parameters<typeof anglesBetween>[0]): void {
  if (figure.kind === "hand") {
    const hand = handOf(angles);
    for (const finger of FINGERS) if (hand.fingers[finger].length !== 4) faults.add(`${slug}: ${finger} has no three joints`);
    return;
  }
  const low = Math.min(...footParts(footOf(angles)).flat().map(([at, radius]) => at[1] - radius));
  if (Math.abs(low) > 4) faults.add(`${slug}: the foot is ${low.toFixed(1)} mm over the floor`);
}
