/** A hand or a foot by itself, as outlines from the back of the picture to the front. */
import type { Angles, CloseUp } from "../../shared/content/figure-types.ts";
import { type Camera, cameraFor, cameraOverHand } from "./camera.ts";
import type { Part } from "./flesh.ts";
import { bigToe, cuff as trouser, footOf, footParts, smallToes } from "./foot.ts";
import { block } from "./furniture.ts";
import { cuff as sleeve, FINGER_BONES, FINGERS, fingerParts, handOf, palmParts, thumbParts } from "./hand.ts";
import { drawn, nearness, type Shape } from "./scene.ts";

export const closeUpOf = (figure: CloseUp, angles: Angles): Shape[] => (figure.kind === "hand" ? handShapes(figure, angles) : footShapes(figure, angles));

function handShapes({ view, props }: CloseUp, angles: Angles): Shape[] {
  const hand = handOf(angles);
  const camera = cameraOverHand(view);
  const fingers = FINGERS.map((name) => ({ key: name, tone: `skin${view === "side" && /ring|little/.test(name) ? " far" : ""}`, parts: fingerParts(hand.fingers[name], FINGER_BONES[name].thick) }))
    .toSorted((a, b) => nearness(a.parts, camera) - nearness(b.parts, camera));
  // The palm has no seam: the fingers grow out of it.
  const palm = { key: "palm", tone: "skin joined", parts: palmParts(hand) };
  const thumb = { key: "thumb", tone: "skin", parts: thumbParts(hand) };
  const table: Part[] = props.includes("table") && view === "side" ? [block([-150, -36, -70], [-14, -19, 70], 4)] : [];
  const layers = view === "back" ? [thumb, ...fingers, palm] : [...fingers, palm, thumb];
  return [
    ...shapesOf(table, "thing", camera),
    ...[...layers, { key: "sleeve", tone: "sleeve", parts: sleeve(hand) }].map(({ key, tone, parts }) => ({ key, tone, d: drawn(parts, camera) })),
  ];
}

function footShapes({ props }: CloseUp, angles: Angles): Shape[] {
  const foot = footOf(angles);
  const camera = cameraFor("side");
  const tip = foot.big.at(-1)![0];
  // A towel under the foot is drawn in by the toes: what there is less of along the floor lies in folds.
  const cloth: Part[] = props.includes("towel") ? [block([30, -4, -90], [tip + 60, 1, 90], 2), ...folds(tip)] : [];
  return [
    ...shapesOf(cloth, "thing towel", camera),
    { key: "small-toes", tone: "skin far", d: drawn(smallToes(foot), camera) },
    { key: "foot", tone: "skin", d: drawn(footParts(foot), camera) },
    { key: "big-toe", tone: "skin", d: drawn(bigToe(foot), camera) },
    { key: "trouser", tone: "leg", d: drawn(trouser(foot), camera) },
  ];
}

/** Folds of cloth in front of curled toes. */
function folds(tip: number): Part[] {
  const gathered = Math.max(0, (175 - tip) / 6);
  return gathered < 1 ? [] : [16, 38].map((ahead) => [[[tip + ahead, gathered / 2, -70], gathered], [[tip + ahead, gathered / 2, 70], gathered]]);
}

const shapesOf = (parts: Part[], tone: string, camera: Camera): Shape[] =>
  parts.map((part, index) => ({ key: `${tone}${index}`, tone, d: drawn([part], camera) }));
