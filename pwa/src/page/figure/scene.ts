/** What there is to draw: outlines with the tone of each, from the back of the picture to the front. */
import type { Side, View } from "../../shared/content/figure-types.ts";
import { type Camera, cameraFor, skinOver } from "./camera.ts";
import * as flesh from "./flesh.ts";
import { type Thing, thingsIn } from "./furniture.ts";
import { headShapes } from "./head.ts";
import type { Room } from "./room.ts";
import { SIDES } from "./skeleton.ts";
import type { Posture } from "./stage.ts";

/** One outline; its tone is a class of figure.css. `key` is the same from frame to frame. */
export interface Shape {
  key: string;
  tone: string;
  d: string;
}

interface Layer {
  near: number;
  shapes: Shape[];
}

export function sceneOf(posture: Posture, room: Room, view: View, extent: [number, number]): Shape[] {
  const camera = cameraFor(view);
  const things = thingsIn(room, posture, extent).map((thing) => layerOf(thing, camera));
  const layers = [...bodyLayers(posture, camera, view), ...things].toSorted((a, b) => a.near - b.near);
  return layers.flatMap(({ shapes }) => shapes);
}

export const drawn = (parts: readonly flesh.Part[], camera: Camera): string => parts.map((part) => skinOver(part, camera)).join("");
export const nearness = (parts: readonly flesh.Part[], camera: Camera): number => {
  const balls = parts.flat();
  return balls.reduce((sum, [at]) => sum + camera(at).near, 0) / balls.length;
};

function layerOf({ name, parts, order }: Thing, camera: Camera): Layer {
  const near = order === "behind" ? -1000 : order === "before" ? 1000 : nearness(parts, camera);
  const sorted = parts.map((part, index) => ({ part, index })).toSorted((a, b) => nearness([a.part], camera) - nearness([b.part], camera));
  return { near, shapes: sorted.map(({ part, index }) => ({ key: `${name}${index}`, tone: `thing ${name}`, d: skinOver(part, camera) })) };
}

function bodyLayers(posture: Posture, camera: Camera, view: View): Layer[] {
  const shape = (key: string, tone: string, parts: readonly flesh.Part[]): Shape => ({ key, tone, d: drawn(parts, camera) });
  const far = (side: Side) => (view === "side" && side === "left" ? " far" : "");
  const trunk = nearness(flesh.trunk(posture), camera) + 0.5;
  const layers: Layer[] = [
    { near: trunk - 1, shapes: [shape("hips", "leg", flesh.pelvis(posture))] },
    { near: trunk, shapes: [shape("neck", "skin", flesh.neck(posture)), shape("trunk", "top", flesh.trunk(posture))] },
    { near: Math.max(trunk + 0.1, nearness([flesh.headPart(posture, "face")], camera) + 2), shapes: headShapes(posture, camera) },
  ];
  for (const side of SIDES) {
    const [leg, arm] = [flesh.leg(posture.legs[side]), flesh.arm(posture.arms[side])];
    const pointsHere = endOn(posture, side, camera);
    const joins = !far(side) && !pointsHere;
    // From the front and the back a shirt hangs over the trousers, unless a thigh comes towards whoever looks.
    const legNear = view === "side" || pointsHere ? nearness(leg, camera) : Math.min(nearness(leg, camera), trunk - 0.2);
    layers.push({ near: legNear, shapes: [
      shape(`${side}-foot`, `shoe${far(side)}`, flesh.foot(posture.legs[side].end, posture.toes[side])),
      shape(`${side}-leg`, `leg${far(side)}`, leg),
      // Thigh and hips are one pair of trousers: no seam where one grows out of the other.
      shape(`${side}-hips`, "leg joined", joins ? flesh.hips(posture) : []),
    ] });
    const under = posture.under[side];
    // An arm on the far side of the trunk stays behind it, even when its hand lies on it.
    const over = !under ? [] : far(side) ? (under === "leg" ? [legNear] : []) : [legNear, trunk];
    layers.push({ near: Math.max(nearness(arm, camera) + 1, ...over.map((near) => near + 0.5)), shapes: [
      shape(`${side}-hand`, `skin${far(side)}`, flesh.hand(posture.arms[side].end)),
      shape(`${side}-arm`, `sleeve${far(side)}`, arm),
    ] });
  }
  return layers;
}

/** Whether a thigh points at whoever looks, so that it is in front of the hips. */
function endOn({ legs }: Posture, side: Side, camera: Camera): boolean {
  const [hip, knee] = [camera(legs[side].root.at), camera(legs[side].middle.at)];
  return Math.abs(knee.near - hip.near) > Math.hypot(knee.x - hip.x, knee.y - hip.y);
}
