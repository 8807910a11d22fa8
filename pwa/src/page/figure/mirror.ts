/** The same pose with left and right changed over. */
import type { Angles, Pose } from "../../shared/content/figure-types.ts";

const other = (name: string): string => name.replace(/^(left|right)\b/, (side) => (side === "left" ? "right" : "left"));

/** Stand on one side of the room: whichever leg is up, the hand that holds them is the same. */
const STAY = new Set(["rail", "worktop-beside"]);

/** Movements of the middle of the body that lead to one side. */
const LEADS_ASIDE = new Set(["side", "turn", "roll"]);

export function mirrored<P extends Pose>(pose: P): P {
  const angles: Angles = {};
  for (const [joint, movements] of Object.entries(pose.angles)) {
    const middle = other(joint) === joint;
    angles[other(joint)] = Object.fromEntries(Object.entries(movements).map(([name, degrees]) =>
      [name, middle && LEADS_ASIDE.has(name) ? -degrees : degrees]));
  }
  const changed = <T extends string>(names: T[]) => names.map(other) as T[];
  const hold = Object.fromEntries(Object.entries(pose.hold).map(([side, place]) => [STAY.has(place) ? side : other(side), place]));
  return { ...pose, angles, planted: changed(pose.planted), resting: changed(pose.resting), hold };
}
