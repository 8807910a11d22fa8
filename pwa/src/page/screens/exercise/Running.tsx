import { useEffect } from "preact/hooks";
import type { Programme } from "../../../shared/content/types.ts";
import type { TodayItem } from "../../../shared/rules/today.ts";
import type { Player, Position } from "../../../shared/rules/player.ts";
import { POCKET_SECONDS, elapsed, pause, setsInAll } from "../../../shared/rules/player.ts";
import { Timer } from "../../components/Timer.tsx";
import { Fold } from "../../components/Fold.tsx";
import { guardLeaving } from "../../router.ts";
import { Controls } from "./Controls.tsx";
import { Steps } from "./Intro.tsx";
import { Options } from "./Options.tsx";
import { StopList } from "./StopList.tsx";
import { usePlayer } from "./usePlayer.ts";
import { t } from "./words.ts";

/** Less than this is no part of an exercise, only a look at it. */
const BEGUN_MS = 3000;

interface RunningProps {
  programme: Programme;
  item: TodayItem;
  first: Player;
  keep: (player: Player) => void;
  over: (player: Player) => void;
  stop: (player: Player) => void;
}

/** The exercise itself: one thing to do, large, and the controls under the thumb. */
export function Running({ programme, item, first, keep, over, stop }: RunningProps) {
  const controls = usePlayer(first, keep, over);
  const player = controls.player.value;
  const position = controls.position.value;
  const sets = setsInAll(player);
  const paused = player.running_from === null;
  const stopNow = () => stop(pause(controls.player.peek(), Date.now()));
  useStopBeforeLeaving(() => controls.player.peek(), stopNow);
  return (
    <div class="player">
      <p class="player-where">
        {sets > 1 && t(position.part === "rest" ? "exercise-next-up" : "exercise-set-of", { set: position.set, sets })}
        {position.side && <strong class="player-side">{t("exercise-side", { side: position.side })}</strong>}
      </p>
      <Timer
        words={paused ? t("exercise-paused") : t(`exercise-part-${position.part}`)}
        {...countdown(position)}
        fraction={position.left === null || !position.of ? null : position.left / position.of}
        calm={paused || position.part === "rest" || position.part === "ready"}
      />
      <p class="player-rep numbers">
        {paused && position.left !== null
          ? t("exercise-paused-why")
          : position.left !== null && position.reps > 1 ? t("exercise-rep-of", { rep: position.rep, reps: position.reps }) : ""}
      </p>
      <Controls controls={controls} stop={stopNow} />
      <div class="buttons player-stop"><StopList programme={programme} opening={controls.pause} /></div>
      <Fold words={t("exercise-steps")}><Steps exercise={item.exercise} /></Fold>
      <Options counts={item.exercise.kind === "reps"} paced={controls.setPaced} />
    </div>
  );
}

/** Seconds for short times, minutes and seconds for a walk, repetitions at the person's own pace. */
function countdown({ left, of, reps }: Position): { number: string; unit: string } {
  if (left === null || of === null) return { number: String(reps), unit: t("exercise-repetitions", { reps }) };
  if (of < POCKET_SECONDS) return { number: String(left), unit: t("exercise-seconds", { seconds: left }) };
  return { number: `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`, unit: t("exercise-minutes") };
}

/** Leaving by a link with something done first offers to save it as partly done; help is never held up, and it is all kept. */
function useStopBeforeLeaving(player: () => Player, stop: () => void): void {
  useEffect(() => {
    guardLeaving((to) => {
      if (to.startsWith("/safe")) return true;
      const begun = player().done.length > 0 || elapsed(player(), Date.now()) > BEGUN_MS;
      if (begun) stop();
      return !begun;
    });
    return () => guardLeaving(null);
  }, []);
}
