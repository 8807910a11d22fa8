/** A whole picture: its outlines at any moment of its movement, and how much room they need. */
import type { BodyFigure, CloseUp, FigureFacts } from "../../shared/content/figure-types.ts";
import { arrowOf } from "./arrow.ts";
import { cameraFor, cameraOverHand } from "./camera.ts";
import { closeUpOf } from "./close-up.ts";
import { ground } from "./furniture.ts";
import { momentAt, restIn, roundOf } from "./motion.ts";
import { sceneOf, type Shape } from "./scene.ts";
import { anglesBetween, postureBetween, stageOf } from "./stage.ts";

export interface Drawing {
  /** Left, top, width and height of all that is ever drawn. */
  box: [number, number, number, number];
  /** How many poses a round has, and how many are its own: the others are on the way back. */
  poses: number;
  stills: number;
  /** Outlines part of the way from one pose of the round to another, from the back to the front. */
  between: (from: number, to: number, t: number) => Shape[];
  /** The way that something goes, as the path of a line; empty when nothing has an arrow. */
  arrow: string;
}

export const drawingOf = (facts: FigureFacts): Drawing => (facts.kind === "body" ? bodyDrawing(facts) : closeUpDrawing(facts));

/** What is to be seen at a moment: `share` (0 to 1) of a round of so many seconds after it began. */
export function shapesAt(drawing: Drawing, share: number, seconds = Infinity): Shape[] {
  const { from, to, t } = momentAt(share, drawing.poses, restIn(seconds, drawing.poses));
  return drawing.between(from, to, t);
}

function bodyDrawing(facts: BodyFigure): Drawing {
  const { room, settled } = stageOf(facts);
  const posture = (from: number, to: number, t: number) => postureBetween(settled[from]!, settled[to]!, t, room);
  const spread = (axis: 0 | 2, reach: number): [number, number] => {
    const roots = settled.map(({ root }) => root[axis]);
    return [Math.min(...roots) - reach, Math.max(...roots) + reach];
  };
  const lies = facts.props.includes("mat");
  const extent = spread(0, lies ? 88 : 45);
  const camera = cameraFor(facts.view);
  const floor: Shape = { key: "ground", tone: "ground", d: lies ? "" : ground(extent, spread(2, 40), camera) };
  const between = (from: number, to: number, t: number) => [floor, ...sceneOf(posture(from, to, t), room, facts.view, extent)];
  const steps = Array.from({ length: (facts.poses.length - 1) * 8 + 1 }, (_, step) => posture(Math.floor(step / 8), Math.ceil(step / 8), (step % 8) / 8));
  const arrow = facts.arrow ? arrowOf(facts.arrow, steps, camera) : "";
  return { ...framed(facts, settled.length, between, arrow), between, arrow };
}

function closeUpDrawing(facts: CloseUp): Drawing {
  const poses = roundOf(facts.poses, facts.alternate);
  const between = (from: number, to: number, t: number) => closeUpOf(facts, anglesBetween(poses[from]!.angles, poses[to]!.angles, t));
  return { ...framed(facts, poses.length, between), between, arrow: "" };
}

/** Parts that a picture of the upper body is about. */
const UPPER = /^(head|face|hair|neck|trunk|(left|right)-(arm|hand)|stick)/;
/** What goes on beyond the edge of the picture. */
const BEYOND = /^(sleeve|trouser)/;
const MARGIN = 3;

function framed(facts: FigureFacts, poses: number, between: Drawing["between"], arrow = ""): Pick<Drawing, "box" | "poses" | "stills"> {
  const shapes = Array.from({ length: poses }, (_, pose) => [0, 0.5].flatMap((t) => between(pose, (pose + 1) % poses, t))).flat();
  const counted = shapes.filter(({ key }) => (facts.crop === "upper" ? UPPER.test(key) : facts.kind === "body" || !BEYOND.test(key)));
  const drawn = [...counted.map(({ d }) => d), arrow].map(numbersIn);
  const [xs, ys] = [0, 1].map((axis) => drawn.flatMap((numbers) => numbers.filter((_, index) => index % 2 === axis))) as [number[], number[]];
  const [left, top] = [least(xs) - MARGIN, least(ys) - MARGIN];
  return { box: [left, top, -least(xs.map((x) => -x)) + MARGIN - left, -least(ys.map((y) => -y)) + MARGIN - top], poses, stills: facts.poses.length };
}

const numbersIn = (d: string): number[] => (d.match(/-?[\d.]+/g) ?? []).map(Number);
const least = (values: number[]): number => values.reduce((low, value) => Math.min(low, value), Infinity);
