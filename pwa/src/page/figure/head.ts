/** The head: a face with a kind look, and short hair at the back of it that tells which way it is turned. */
import { type Camera, skinOver } from "./camera.ts";
import * as flesh from "./flesh.ts";
import type { Shape } from "./scene.ts";
import { pointAt } from "./skeleton.ts";
import type { Posture } from "./stage.ts";
import type { Vec } from "./vectors.ts";

export function headShapes(posture: Posture, camera: Camera): Shape[] {
  const { head } = posture;
  const skin = (...parts: ("face" | "nose" | "hair")[]) => parts.map((part) => skinOver(flesh.headPart(posture, part), camera)).join("");
  const middle = camera(pointAt(head, [0, 10, 0]));
  /** How much nearer a point of the head is than its middle: what is behind is not seen. */
  const towards = (at: Vec) => camera(pointAt(head, at)).near - middle.near;
  const eyes = flesh.EYES.map((at, index): Shape =>
    ({ key: `eye${index}`, tone: "eye", d: towards(at) > 4.5 ? skinOver([[pointAt(head, at), 1]], camera) : "" }));
  const [left, low, right] = flesh.MOUTH;
  // From the side a smile is seen from the middle of the lips to the near corner.
  const [from, to] = [left, right].map((corner) => (towards(corner) > 2 ? corner : flesh.LIPS));
  const [a, b, c] = [from!, from === to ? to! : low, to!].map((at) => camera(pointAt(head, at)));
  const smile = `M${spot(a!)}Q${spot(b!)} ${spot(c!)}`;
  const face: Shape[] = [
    { key: "face", tone: "skin", d: skin("face", "nose") },
    ...eyes,
    { key: "mouth", tone: "mouth", d: towards(low) > 1.5 && from !== to ? smile : "" },
  ];
  const hair: Shape = { key: "hair", tone: "hair", d: skin("hair") };
  return towards([10, 10, 0]) > -2 ? [hair, ...face] : [...face, hair];
}

const spot = ({ x, y }: ReturnType<Camera>): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
