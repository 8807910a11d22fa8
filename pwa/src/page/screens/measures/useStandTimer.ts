/** Runs the chair stand's clock on the page: says what to do, keeps the screen on, and stops when the page is left. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { READY_SECONDS, standClock, type StandClock } from "../../../shared/rules/stand-timer.ts";
import { announce } from "../../announce.ts";
import { exercising } from "../../state.ts";
import { buzz, hush, speak, stayAwake } from "../exercise/device.ts";
import { t } from "./words.ts";

const LOOK_EVERY_MS = 100;
const WARN_AT_SECONDS = 10;
const BUZZ = { ready: [80], go: [250], over: [200, 100, 200, 100, 400] };

export type Stage = "before" | "stopped" | StandClock["part"];

export interface StandTimer {
  stage: ReadonlySignal<Stage>;
  clock: ReadonlySignal<StandClock>;
  start(): void;
  stop(): void;
}

export function useStandTimer(): StandTimer {
  const timer = useMemo(makeTimer, []);
  useEffect(() => timer.leave, []);
  return timer;
}

function makeTimer(): StandTimer & { leave(): void } {
  const stage = signal<Stage>("before");
  const clock = signal<StandClock>(standClock(0));
  let started_at = 0;
  let looking: ReturnType<typeof setInterval> | undefined;
  let sleep: (() => void) | undefined;

  /** What passes by is spoken where speech is on, but would drown what a screen reader is saying. */
  const say = (words: string, buzzing: number[], passing = false) => {
    speak(words);
    buzz(buzzing);
    if (!passing) announce(words);
  };
  const end = (at: Stage) => {
    clearInterval(looking);
    looking = undefined;
    sleep?.();
    sleep = undefined;
    exercising.now = false;
    stage.value = at;
  };
  const look = () => {
    const now = standClock(Date.now() - started_at);
    const before = clock.value;
    if (now.part === before.part && now.left === before.left) return;
    clock.value = now;
    if (now.part === "go" && now.left === WARN_AT_SECONDS) say(t("measures-say-left", { seconds: now.left }), BUZZ.ready, true);
    if (now.part === before.part) return;
    if (now.part === "go") say(t("measures-say-go"), BUZZ.go);
    if (now.part === "over") say(t("measures-say-over"), BUZZ.over);
    if (now.part === "over") end("over");
    else stage.value = now.part;
  };
  const stop = () => {
    hush();
    if (looking !== undefined) end("stopped");
  };
  return {
    stage,
    clock,
    start() {
      started_at = Date.now();
      clock.value = standClock(0);
      stage.value = "ready";
      exercising.now = true;
      sleep ??= stayAwake();
      clearInterval(looking);
      looking = setInterval(look, LOOK_EVERY_MS);
      say(t("measures-say-ready", { seconds: READY_SECONDS }), BUZZ.ready);
    },
    stop,
    leave: stop,
  };
}
