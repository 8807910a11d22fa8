/** What the figure stands, sits, lies or leans on: where it is and how high. Centimetres. */
import type { Contact, Prop } from "../../shared/content/figure-types.ts";
import type { Vec } from "./vectors.ts";

export const HEIGHTS = { seat: 44, mat: 6, step: 15, worktop: 90, table: 70, rail: 101, chairBack: 88 } as const;
/** How far ahead of where the hips are at first. */
export const STEP_FROM = 24;
export const STEP_TO = 62;
export const WORKTOP_FROM = 24;
export const WALL_AT = 60;
/** Where a chair stands that nobody sits on: its back is towards the figure. */
export const CHAIR_BACK_AT = 34;

export interface Room {
  props: Prop[];
  /** Where the hips are at first: what is in front of the figure is so far ahead of them. */
  ahead: number;
  /** Where somebody sits on the chair, or null. */
  seat: Vec | null;
  /** How high the surface is on which a part of the figure would come down. */
  heightAt: (contact: Contact, x: number) => number;
}

export function roomWith(props: Prop[], ahead = 0): Room {
  const heightAt = (contact: Contact, x: number): number => {
    if (contact === "seat" && props.includes("chair")) return HEIGHTS.seat;
    if (props.includes("mat")) return HEIGHTS.mat;
    if (props.includes("step") && x > ahead + STEP_FROM && x < ahead + STEP_TO) return HEIGHTS.step;
    return 0;
  };
  return { props, ahead, seat: null, heightAt };
}
