/** Runs the player on the page: looks at the clock, speaks the cues, and keeps a resume point at every step. */
import { useEffect, useMemo } from "preact/hooks";
import { type ReadonlySignal, signal } from "@preact/signals";
import * as machine from "../../../shared/rules/player.ts";
import { announce } from "../../announce.ts";
import { cueBetween } from "./cues.ts";
import { buzz, hush, speak, stayAwake } from "./device.ts";
import { exercising } from "../../state.ts";
import { t } from "./words.ts";

const LOOK_EVERY_MS = 200;
/** Between steps the resume point is refreshed this often, so that a killed page loses seconds at most. */
const KEEP_EVERY_MS = 5000;

/** A thumb that shakes taps twice: the second tap must not skip what the first one began. */
const SECOND_TAP_MS = 700;

export interface PlayerControls {
  player: ReadonlySignal<machine.Player>;
  position: ReadonlySignal<machine.Position>;
  carryOn(): void;
  pause(): void;
  finish(): void;
  skip(): void;
  back(): void;
  setPaced(paced: boolean): void;
}

/** `keep` is given the player whenever it should be saved; `over` when the last step is behind. */
export function usePlayer(first: machine.Player, keep: (player: machine.Player) => void, over: (player: machine.Player) => void): PlayerControls {
  const controls = useMemo(() => makeControls(first, keep, over), []);
  useEffect(() => controls.run(), []);
  return controls;
}

function makeControls(first: machine.Player, keep: (player: machine.Player) => void, over: (player: machine.Player) => void) {
  const player = signal(first);
  const position = signal(machine.position(first, Date.now()));
  let kept_at = 0;
  let moved_at = Date.now(); // the tap that opened this may be followed by another, on what now lies under the thumb

  function become(next: machine.Player, now = Date.now()): void {
    const before = player.value;
    const stood = position.value;
    player.value = next;
    exercising.now = next.running_from !== null && !machine.isOver(next);
    const stands = machine.position(next, now);
    if (JSON.stringify(stands) !== JSON.stringify(stood)) position.value = stands;
    const moved = before.at !== next.at || before.running_from !== next.running_from;
    if (before.at !== next.at) moved_at = now;
    // While it waits nothing changes, and the last writing says since when.
    if (moved || (next.running_from !== null && now - kept_at > KEEP_EVERY_MS)) {
      kept_at = now;
      keep(next);
    }
    if (next.running_from !== null || machine.isOver(next)) say(before.running_from === null ? null : stood, stands);
    if (machine.isOver(next) && !machine.isOver(before)) over(next);
  }

  function say(from: machine.Position | null, to: machine.Position): void {
    const cue = cueBetween(from, to, machine.outcomeOf(player.value) !== "skipped");
    if (!cue) return;
    const words = t(cue.id, cue.args);
    speak(words);
    buzz(cue.buzz);
    if (!cue.passing) announce(words);
  }

  const act = (move: (player: machine.Player, now: number) => machine.Player) => () => {
    const now = Date.now();
    become(move(machine.look(player.value, now), now), now);
  };
  const once = (move: () => void) => () => {
    if (Math.abs(Date.now() - moved_at) > SECOND_TAP_MS) move();
  };
  const look = act((now) => now);
  const hide = act(machine.hide);
  const pause = act(machine.pause);

  return {
    player,
    position,
    carryOn: act(machine.start),
    pause: () => {
      pause();
      hush();
      announce(t("cue-paused"));
    },
    finish: once(act(machine.finishStep)),
    skip: once(act(machine.skipStep)),
    back: act(machine.back),
    setPaced: (paced: boolean) => act((now, at) => machine.setPaced(now, paced, at))(),
    /** Starts looking; the returned function stops, leaving a resume point. */
    run() {
      if (first.running_from !== null) say(null, position.value);
      exercising.now = first.running_from !== null;
      const timer = setInterval(look, LOOK_EVERY_MS);
      const rest = stayAwake();
      const seen = () => (document.visibilityState === "hidden" ? hide() : look());
      document.addEventListener("visibilitychange", seen);
      addEventListener("pagehide", hide);
      return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", seen);
        removeEventListener("pagehide", hide);
        hush();
        rest();
        exercising.now = false;
        if (!machine.isOver(player.value)) keep(machine.pause(player.value, Date.now()));
      };
    },
  };
}
