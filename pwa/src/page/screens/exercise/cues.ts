/**
 * What is said aloud and felt when the player moves from one position to another. Pure: the words are ids of
 * `exercise.ftl`, the buzz is a vibration pattern in milliseconds.
 */
import type { Position } from "../../../shared/rules/player.ts";

export interface Cue {
  id: string;
  args: Record<string, string | number>;
  buzz: number[];
  /** A passing count or warning: spoken, but too chatty for a screen reader's live region. */
  passing: boolean;
}

const ONE_BUZZ = [250];
const SOFT_BUZZ = [80];
const END_BUZZ = [200, 100, 200, 100, 400];
/** Efforts shorter than this need no "10 seconds to go". */
const LONG_EFFORT_SECONDS = 25;
const WARN_AT_SECONDS = 10;

/** The cue for having come from `before` to `after`, or null when there is nothing to say. */
export function cueBetween(before: Position | null, after: Position, worked = true): Cue | null {
  if (!before || before.step !== after.step || before.part !== after.part) return cueForPart(after, worked);
  if (after.part === "move" && after.reps > 1 && before.rep !== after.rep) return counted(after);
  const long = after.of !== null && after.of >= LONG_EFFORT_SECONDS && (after.part === "move" || after.part === "hold");
  if (long && after.left === WARN_AT_SECONDS && before.left !== after.left) {
    return cue("cue-seconds-left", { seconds: WARN_AT_SECONDS }, SOFT_BUZZ, true);
  }
  return null;
}

function cueForPart(now: Position, worked: boolean): Cue {
  const side = now.side ?? "none";
  switch (now.part) {
    case "ready":
      return cue("cue-ready", { side }, SOFT_BUZZ);
    case "own-pace":
      return cue("cue-own-pace", { side, reps: now.reps }, ONE_BUZZ);
    case "move":
      return now.reps > 1 ? counted(now) : cue("cue-go", {}, ONE_BUZZ);
    case "hold":
      return cue("cue-hold", {}, ONE_BUZZ, now.rep > 1);
    case "release":
      return cue("cue-release", {}, SOFT_BUZZ, true);
    case "rest":
      return cue("cue-rest", { seconds: now.left ?? 0 }, ONE_BUZZ);
    case "over":
      return cue(worked ? "cue-over" : "cue-over-skipped", {}, END_BUZZ);
  }
}

const counted = (now: Position): Cue => cue("cue-count", { rep: now.rep }, SOFT_BUZZ, true);

function cue(id: string, args: Cue["args"], buzz: number[], passing = false): Cue {
  return { id, args, buzz, passing };
}
