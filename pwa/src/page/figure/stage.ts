/** Puts the figure on its feet: each pose where its planted points want it, and everything between two poses. */
import type { Angles, BodyFigure, Contact, Place, Pose, Side } from "../../shared/content/figure-types.ts";
import { ankleOver, dropOf, headingOf, limbOf, pointOf, sideOf } from "./contacts.ts";
import { type Grip, gripOf, PALM, type Under, underHand } from "./holds.ts";
import { roundOf, thereAndBack } from "./motion.ts";
import { type Ahead, ELBOW, KNEE, reached } from "./reach.ts";
import { type Room, roomWith } from "./room.ts";
import { type Joint, type Limb, outward, SIDES, type Skeleton, skeletonOf } from "./skeleton.ts";
import { between, direction, minus, plus, scaled, type Turn, turnBetween, UPRIGHT, type Vec } from "./vectors.ts";

/** Where a planted or resting point is: on the surface, and which way a foot points there. */
interface Spot {
  at: Vec;
  heading: Vec;
}

/** A pose in its place in the room. */
export interface Settled {
  pose: Pose;
  root: Vec;
  spots: { [contact in Contact]?: Spot };
}

export interface Stage {
  room: Room;
  settled: Settled[];
}

export interface Posture extends Skeleton {
  /** How the toes are turned: they stay level under a heel that comes up. */
  toes: { [side in Side]: Turn };
  /** What of the figure's own body each hand lies on. */
  under: { [side in Side]: Under };
}

/** The room and, in it, every pose of a round. */
export function stageOf(figure: Pick<BodyFigure, "props" | "poses" | "alternate">): Stage {
  const room = roomWith(figure.props, settle(figure.poses[0]!, undefined, roomWith(figure.props)).root[0]);
  const settled: Settled[] = [];
  // Where sides take turns the figure goes on from where it is; otherwise it goes back by the places it came by.
  for (const pose of figure.alternate ? roundOf(figure.poses, true) : figure.poses) settled.push(settle(pose, settled.at(-1), room));
  const sitting = settled.find(({ pose }) => pose.planted.includes("seat"));
  if (sitting && figure.props.includes("chair")) room.seat = sitting.root;
  return { room, settled: figure.alternate ? settled : thereAndBack(settled) };
}

function settle(pose: Pose, before: Settled | undefined, room: Room): Settled {
  const carrier = carrierOf(pose);
  const loose = skeletonOf(pose.angles);
  const kept = pose.planted.length ? before?.spots[carrier] : undefined;
  const at = pointOf(loose, carrier);
  const x = kept?.at[0] ?? at[0] + (pose.planted.length ? before?.root[0] ?? -at[0] : 0);
  const ground: Vec = kept?.at ?? [x, room.heightAt(carrier, x), at[2]];
  const root = rootOver(pose.angles, carrier, { at: ground, heading: kept?.heading ?? headingFrom(loose, carrier) });
  const skeleton = skeletonOf(pose.angles, root);
  const spots: Settled["spots"] = {};
  for (const contact of [...pose.planted, ...pose.resting]) {
    const [x, , z] = pointOf(skeleton, contact);
    const fresh: Spot = { at: [x, room.heightAt(contact, x), z], heading: headingFrom(skeleton, contact) };
    spots[contact] = contact === carrier ? { ...fresh, at: ground } : (pose.planted.includes(contact) && before?.spots[contact]) || fresh;
  }
  return { pose, root, spots };
}

/** What the figure rests its weight on. With nothing planted it goes on the spot, and what touches the ground slides. */
const carrierOf = ({ planted, resting }: Pose): Contact => (planted[0] ?? resting[0])!;

/** Where the pelvis is when the carrier is over its spot. */
function rootOver(angles: Angles, carrier: Contact, spot: Spot): Vec {
  const loose = skeletonOf(angles);
  const point = pointOf(loose, carrier);
  if (limbOf(carrier) === "foot") return minus(ankleOver(spot.at, spot.heading, liftOf(angles, sideOf(carrier))).at, point);
  return [spot.at[0] - point[0], spot.at[1] + dropOf(loose, carrier) - point[1], spot.at[2] - point[2]];
}

/** Which way a foot points, or a hand: where the figure looks or, on all fours, where its head is. */
function headingFrom({ pelvis, legs }: Skeleton, contact: Contact): Vec {
  if (limbOf(contact) !== "hand") return headingOf(legs[sideOf(contact)].end);
  const ahead = plus(pelvis.turn[0], pelvis.turn[1]);
  return direction([ahead[0], 0, ahead[2]]) ?? UPRIGHT[0];
}
const liftOf = (angles: Angles, side: Side): number => angles[`${side}-ankle`]?.["sole"] ?? 0;

/** The figure part of the way, 0 to 1, from one settled pose to another. */
export function postureBetween(a: Settled, b: Settled, t: number, room: Room): Posture {
  const angles = anglesBetween(a.pose.angles, b.pose.angles, t);
  const carrier = a.pose.planted[0];
  const root = carrier && carrier === b.pose.planted[0] ? rootOver(angles, carrier, a.spots[carrier]!) : between(a.root, b.root, t);
  const skeleton = skeletonOf(angles, root);
  const toes = { left: skeleton.legs.left.end.turn, right: skeleton.legs.right.end.turn };
  const lies = skeleton.chest.turn[0][1] > 0.5; // face up: an elbow has to go out to the side
  for (const side of SIDES) {
    const [on, heel] = [spotBetween(a, b, `${side}-foot`, t), spotBetween(a, b, `${side}-heel`, t)];
    const lift = liftOf(angles, side);
    if (on) {
      const sole = ankleOver(on.spot.at, on.spot.heading, lift);
      skeleton.legs[side] = led(skeleton.legs[side], sole, on.weight, KNEE);
      toes[side] = lift < 0 ? turnBetween(toes[side], ankleOver(on.spot.at, on.spot.heading, 0).turn, on.weight) : skeleton.legs[side].end.turn;
    } else if (heel) {
      skeleton.legs[side] = lain(skeleton, `${side}-heel`, heel.spot, heel.weight);
      toes[side] = skeleton.legs[side].end.turn;
    } else if (lift < 0) toes[side] = skeleton.legs[side].end.turn;
    const floor = spotBetween(a, b, `${side}-hand`, t);
    if (floor) skeleton.arms[side] = led(skeleton.arms[side], palmOn(floor.spot), floor.weight, ELBOW, lies ? [0, 0.2, outward(side)] : undefined);
    const grip = gripBetween(a, b, side, t, skeleton, room);
    if (grip) skeleton.arms[side] = led(skeleton.arms[side], grip.wrist, grip.weight, ELBOW, grip.elbow);
  }
  const under = (side: Side) => underHand(a.pose.hold[side]) ?? underHand(b.pose.hold[side]);
  return { ...skeleton, toes, under: { left: under("left"), right: under("right") } };
}

/** A limb led to a joint, by as much of the way as the weight says. */
function led(limb: Limb, to: Joint, weight: number, ahead: Ahead, aside?: Vec): Limb {
  const { middle, end } = limb;
  const way = aside && between(minus(middle.at, between(limb.root.at, end.at, 0.5)), scaled(direction(aside)!, 10), weight);
  const moved = reached(limb, between(end.at, to.at, weight), ahead, way);
  return { ...moved, end: { at: moved.end.at, turn: turnBetween(moved.end.turn, to.turn, weight) } };
}

/** A leg let down until its foot lies on the surface as it is. */
function lain(skeleton: Skeleton, contact: Contact, spot: Spot, weight: number): Limb {
  const side = sideOf(contact);
  let limb = skeleton.legs[side];
  for (let look = 0; look < 4; look++) {
    const drop = dropOf({ ...skeleton, legs: { ...skeleton.legs, [side]: limb } }, contact);
    const place: Vec = [spot.at[0], spot.at[1] + drop, spot.at[2]];
    limb = reached(skeleton.legs[side], between(skeleton.legs[side].end.at, place, weight), KNEE);
  }
  return limb;
}

/** The wrist over a flat hand on the floor. */
function palmOn(spot: Spot): Joint {
  const [x, , z] = spot.heading;
  const thumb: Vec = [-z, 0, x];
  return { at: plus(spot.at, [0, PALM, 0]), turn: [thumb, [-x, 0, -z], [0, 1, 0]] };
}

interface Weighted<T> {
  spot: T;
  weight: number;
}

/** Where something touches between two poses, and how firmly: it lets go by and by. */
function spotBetween(a: Settled, b: Settled, contact: Contact, t: number): Weighted<Spot> | null {
  const [from, to] = [a.spots[contact], b.spots[contact]];
  if (from && to) return { spot: { at: between(from.at, to.at, t), heading: direction(between(from.heading, to.heading, t))! }, weight: 1 };
  if (from) return { spot: from, weight: 1 - t };
  return to ? { spot: to, weight: t } : null;
}

function gripBetween(a: Settled, b: Settled, side: Side, t: number, skeleton: Skeleton, room: Room): (Grip & { weight: number }) | null {
  const [from, to] = [a.pose.hold[side], b.pose.hold[side]];
  const grip = (place: Place) => gripOf(place, skeleton, side, room);
  if (from && to) {
    const [first, second] = [grip(from), grip(to)];
    const wrist = { at: between(first.wrist.at, second.wrist.at, t), turn: turnBetween(first.wrist.turn, second.wrist.turn, t) };
    return { wrist, elbow: first.elbow && second.elbow && between(first.elbow, second.elbow, t), weight: 1 };
  }
  if (from) return { ...grip(from), weight: 1 - t };
  return to ? { ...grip(to), weight: t } : null;
}

/** Every angle part of the way. */
export function anglesBetween(a: Angles, b: Angles, t: number): Angles {
  const made: Angles = {};
  for (const joint of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [from, to] = [a[joint] ?? {}, b[joint] ?? {}];
    const movements = new Set([...Object.keys(from), ...Object.keys(to)]);
    made[joint] = Object.fromEntries([...movements].map((name) => [name, (from[name] ?? 0) * (1 - t) + (to[name] ?? 0) * t]));
  }
  return made;
}
