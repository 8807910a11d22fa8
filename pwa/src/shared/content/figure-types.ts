/** Pictures as they reach the phone: positions of a figure, with every angle of a position that is not 0. */
export type Side = "left" | "right";
export type View = "side" | "front" | "back" | "above";

/** What stands, lies or is held in the picture besides the figure. */
export type Prop =
  | "chair" | "mat" | "step" | "wall" | "worktop" | "worktop-beside" | "table" | "rail" | "stick" | "towel" | "cushion" | "pillow" | "line";

/** A part of the figure that touches the ground, or what it sits or lies on. */
export type Contact = "seat" | "back" | "shoulders" | "side" | `${Side}-${"foot" | "heel" | "knee" | "hand"}`;

/** What a hand holds on to. */
export type Place =
  | "thigh" | "knee" | "other-knee" | "hip" | "tummy" | "chest" | "other-shoulder" | "head"
  | "chair-seat" | "chair-back" | "worktop" | "worktop-beside" | "wall" | "rail" | "table";

/** Degrees by joint and movement (a tummy rises by centimetres); what is not named is 0. */
export interface Angles {
  [joint: string]: { [movement: string]: number };
}

export interface Pose {
  angles: Angles;
  /** What keeps its place on the ground; the first carries the figure. */
  planted: Contact[];
  /** What touches the ground and may slide. */
  resting: Contact[];
  hold: { [side in Side]?: Place };
}

/** What every picture has. */
interface Drawn {
  view: View;
  /** All of it, or from the hips up. */
  crop: "all" | "upper";
  props: Prop[];
  poses: Pose[];
  /** The sides take turns: every second time is the mirror image. */
  alternate: boolean;
  /** Seconds there and back again, or null: as long as one repetition. */
  seconds: number | null;
  /** Whose way from start to end an arrow shows. */
  arrow: string | null;
}

export interface BodyFigure extends Drawn {
  kind: "body";
}

export interface CloseUp extends Drawn {
  kind: "hand" | "foot";
}

export type FigureFacts = BodyFigure | CloseUp;
