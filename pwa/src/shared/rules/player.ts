/**
 * The exercise player as values. Every function takes a `Player` and the present instant (milliseconds) and gives a new
 * `Player`; nothing ticks in here, so a player saved half-way and read back after a call, a lock or a reload is the same
 * player. Time in a step is worked out from instants, never by counting ticks.
 */

/** How much of one exercise, as its content says it: whole numbers, times in seconds. */
export interface Dose {
  sets: number;
  reps: number | null;
  hold_seconds: number | null;
  seconds: number | null;
  rest_seconds: number;
  seconds_a_rep: number | null;
}

export type Movement = "reps" | "hold" | "timed";
export type Side = "left" | "right";

/** One thing to do. `set` counts from 1; a rest names the set that comes after it. */
export interface Step {
  kind: Movement | "rest";
  set: number;
  side: Side | null;
  /** Repetitions in this step: 1 for a timed step or a rest. */
  reps: number;
  /** Seconds of effort in each repetition. */
  seconds: number;
  /** Seconds to let go after each repetition of a hold, else 0. */
  release: number;
}

export interface Player {
  steps: Step[];
  /** Index of the step the person is at; the length of `steps` when all are behind them. */
  at: number;
  /** Milliseconds spent in this step before `running_from`. */
  elapsed_ms: number;
  /** When the step's clock last started (it may lie just ahead: time to get ready); null when stopped. */
  running_from: number | null;
  /** When the page last looked: time nobody saw is not counted as exercise. */
  seen_at: number;
  /** Repetitions counted out by the clock rather than by the person's own tap. */
  paced: boolean;
  /** Indexes of the steps that were finished, not passed over. */
  done: number[];
}

/** Time to get into position before anything timed begins or goes on. */
export const LEAD_MS = 5000;
/** Longer than this without a look means the phone slept or somebody rang. */
export const AWAY_MS = 4000;
/** A timed step this long is a walk or the like: it goes on with the phone in a pocket. */
export const POCKET_SECONDS = 120;
const SHORTEST_RELEASE = 3;
/** Pace of a repetition, or length of a hold, where the content does not say. */
const USUAL_REP_SECONDS = 4;
const USUAL_EFFORT_SECONDS = 30;

/** Every step of one exercise in order: sets, both sides of each set, a rest between sets. */
export function stepsOf(movement: Movement, dose: Dose, sided: boolean): Step[] {
  const sides: (Side | null)[] = sided ? ["left", "right"] : [null];
  const steps: Step[] = [];
  for (let set = 1; set <= dose.sets; set++) {
    if (set > 1 && dose.rest_seconds > 0) {
      steps.push({ kind: "rest", set, side: null, reps: 1, seconds: dose.rest_seconds, release: 0 });
    }
    for (const side of sides) steps.push(work(movement, dose, set, side));
  }
  return steps;
}

function work(kind: Movement, dose: Dose, set: number, side: Side | null): Step {
  if (kind === "timed") return { kind, set, side, reps: 1, seconds: dose.seconds ?? dose.hold_seconds ?? USUAL_EFFORT_SECONDS, release: 0 };
  const reps = dose.reps ?? 1;
  const pace = dose.seconds_a_rep ?? USUAL_REP_SECONDS;
  if (kind === "reps") return { kind, set, side, reps, seconds: pace, release: 0 };
  const seconds = dose.hold_seconds ?? dose.seconds ?? pace;
  const release = reps > 1 ? Math.max(SHORTEST_RELEASE, pace - seconds) : 0;
  return { kind, set, side, reps, seconds, release };
}

/** A player at its first step, not yet started. */
export function newPlayer(steps: Step[], paced: boolean, now: number): Player {
  return { steps, at: 0, elapsed_ms: 0, running_from: null, seen_at: now, paced, done: [] };
}

/** Milliseconds this step lasts, or null when the person's own tap ends it. The last release is not waited for. */
export function lasts(player: Player): number | null {
  const step = player.steps[player.at];
  if (!step || (step.kind === "reps" && !player.paced)) return null;
  return (step.reps * (step.seconds + step.release) - step.release) * 1000;
}

/** Milliseconds spent in this step up to `now`; a clock set backwards adds nothing. */
export function elapsed(player: Player, now: number): number {
  return player.elapsed_ms + (player.running_from === null ? 0 : Math.max(0, now - player.running_from));
}

export const isOver = (player: Player): boolean => player.at >= player.steps.length;
export const isResting = (player: Player): boolean => player.steps[player.at]?.kind === "rest";

/** Whether this step's time passes rightly while nobody looks: a rest, or a walk. */
function goesOnUnseen(player: Player): boolean {
  const step = player.steps[player.at];
  return isResting(player) || (step?.kind === "timed" && step.seconds >= POCKET_SECONDS);
}

/** Starts or goes on, with time to get into position before anything timed. */
export function start(player: Player, now: number): Player {
  if (player.running_from !== null || isOver(player)) return player;
  return { ...player, seen_at: now, running_from: now + lead(player) };
}

const lead = (player: Player): number => (isResting(player) || lasts(player) === null ? 0 : LEAD_MS);

/** Stops the clock where it is. */
export function pause(player: Player, now: number): Player {
  return { ...player, seen_at: now, elapsed_ms: elapsed(player, now), running_from: null };
}

/** The step was done: on to the next, which starts by itself. */
export function finishStep(player: Player, now: number): Player {
  const done = player.done.includes(player.at) ? player.done : [...player.done, player.at];
  return goTo({ ...player, done }, player.at + 1, now);
}

/** On to the next step without counting this one. */
export const skipStep = (player: Player, now: number): Player => goTo(player, player.at + 1, now);

/** Back to the exercise step before this one (never to a rest), to be done again. */
export function back(player: Player, now: number): Player {
  let at = player.at - 1;
  while (at > 0 && player.steps[at]?.kind === "rest") at--;
  at = Math.max(0, at);
  return goTo({ ...player, done: player.done.filter((index) => index !== at) }, at, now);
}

function goTo(player: Player, at: number, now: number): Player {
  const moved = { ...player, at, elapsed_ms: 0, running_from: null, seen_at: now };
  return start(moved, now);
}

/** Counting by the clock on or off; the step at hand begins again, because its time means something else now. */
export function setPaced(player: Player, paced: boolean, now: number): Player {
  const changed = { ...player, paced };
  if (player.steps[player.at]?.kind !== "reps") return changed;
  const stopped = { ...changed, elapsed_ms: 0, running_from: null, seen_at: now };
  return player.running_from === null ? stopped : start(stopped, now);
}

/** A look at the clock: ends the steps whose time is up. After time away an effort is stopped instead of running on. */
export function look(player: Player, now: number): Player {
  if (player.running_from === null) return player;
  if (Math.abs(now - player.seen_at) > AWAY_MS) return leave(player, player.seen_at, now);
  let seen: Player = { ...player, seen_at: now };
  for (let length = lasts(seen); length !== null && elapsed(seen, now) >= length; length = lasts(seen)) {
    if (seen.running_from === null) break;
    const ended_at = seen.running_from + length - seen.elapsed_ms;
    seen = { ...finishStep(seen, ended_at), seen_at: now };
  }
  return seen;
}

/** The page went out of sight: a timed effort stops where it is, a rest or a walk goes on. */
export function hide(player: Player, now: number): Player {
  return player.running_from === null ? player : leave(player, now, now);
}

/**
 * Time between `left_at` and `now` went unseen. It counts for a rest or a walk and for no other effort; one that ended
 * meanwhile leads to the next step, which waits for the person. A clock set back meanwhile stops any of them.
 */
function leave(player: Player, left_at: number, now: number): Player {
  const length = lasts(player);
  if (length === null) return { ...player, seen_at: now };
  if (!goesOnUnseen(player) || now < left_at) return { ...pause(player, left_at), seen_at: now };
  if (elapsed(player, now) < length) return { ...player, seen_at: now };
  return pauseAtOnce(finishStep(player, now), now);
}

const pauseAtOnce = (player: Player, now: number): Player => ({ ...player, running_from: null, elapsed_ms: 0, seen_at: now });

/** A player read back after a reload: where it was, waiting for the person to carry on. */
export function resume(saved: Player, now: number): Player {
  if (saved.running_from === null) return { ...saved, seen_at: now };
  const left = leave(saved, saved.seen_at, now);
  return left.running_from === null ? left : pause(left, now);
}

/** Where the person is, for showing and for speaking. Seconds are whole and count down to 1. */
export interface Position {
  part: "ready" | "own-pace" | "move" | "hold" | "release" | "rest" | "over";
  step: number;
  set: number;
  side: Side | null;
  rep: number;
  reps: number;
  /** Seconds left of this part; null at the person's own pace and when over. */
  left: number | null;
  /** Seconds this part lasts in all. */
  of: number | null;
}

export function position(player: Player, now: number): Position {
  const step = player.steps[player.at];
  if (!step) return { part: "over", step: player.at, set: 0, side: null, rep: 0, reps: 0, left: null, of: null };
  const base = { step: player.at, set: step.set, side: step.side, reps: step.reps };
  if (step.kind === "reps" && !player.paced) return { ...base, part: "own-pace", rep: 1, left: null, of: null };
  const spent = elapsed(player, now) / 1000;
  const rep = Math.min(step.reps, Math.floor(spent / (step.seconds + step.release)) + 1);
  if (player.running_from !== null && now < player.running_from) {
    return { ...base, part: "ready", rep, left: Math.ceil((player.running_from - now) / 1000), of: LEAD_MS / 1000 };
  }
  const into = spent - (rep - 1) * (step.seconds + step.release);
  if (into >= step.seconds && step.release > 0) {
    return { ...base, part: "release", rep, left: Math.ceil(step.seconds + step.release - into), of: step.release };
  }
  const part = step.kind === "rest" ? "rest" : step.kind === "hold" ? "hold" : "move";
  return { ...base, part, rep, left: Math.max(0, Math.ceil(step.seconds - into)), of: step.seconds };
}

/** Whole sets done: every side of the set finished. */
export function setsDone(player: Player): number {
  const open = new Set<number>();
  const all = new Set<number>();
  player.steps.forEach((step, index) => {
    if (step.kind === "rest") return;
    all.add(step.set);
    if (!player.done.includes(index)) open.add(step.set);
  });
  return all.size - open.size;
}

/** How many sets the exercise has in all. */
export const setsInAll = (player: Player): number => Math.max(0, ...player.steps.map((step) => step.set));

/** What the screen offers first at the end; the person says how it was. */
export function outcomeOf(player: Player): "done" | "part" | "skipped" {
  const effort = player.done.filter((index) => player.steps[index]?.kind !== "rest").length;
  if (effort === 0) return "skipped";
  return setsDone(player) === setsInAll(player) ? "done" : "part";
}
