import type { Programme } from "../../../shared/content/types.ts";
import type { TodayItem } from "../../../shared/rules/today.ts";
import type { Player } from "../../../shared/rules/player.ts";
import { setsDone, setsInAll } from "../../../shared/rules/player.ts";
import { Timer } from "../../components/Timer.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Controls } from "./Controls.tsx";
import { Method } from "./Intro.tsx";
import { Options } from "./Options.tsx";
import { StopList } from "./StopList.tsx";
import { usePlayer } from "./usePlayer.ts";
import { t } from "./words.ts";

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
  return (
    <div class="player">
      <p class="player-where">
        {t(position.part === "rest" ? "exercise-next-up" : "exercise-set-of", { set: position.set, sets })}
        {position.side && <strong class="player-side">{t("exercise-side", { side: position.side })}</strong>}
      </p>
      <Timer
        words={paused ? t("exercise-paused") : t(`exercise-part-${position.part}`)}
        number={position.left ?? position.reps}
        unit={position.left === null ? t("exercise-repetitions", { reps: position.reps }) : t("exercise-seconds", { seconds: position.left })}
        fraction={position.left === null || !position.of ? null : position.left / position.of}
        calm={paused || position.part === "rest" || position.part === "ready"}
      />
      <p class="player-rep numbers">
        {paused && position.left !== null
          ? t("exercise-paused-why")
          : position.left !== null && position.reps > 1 ? t("exercise-rep-of", { rep: position.rep, reps: position.reps }) : "\u00a0"}
      </p>
      <p class="soft">{t("exercise-progress", { done: setsDone(player), sets })}</p>
      <div class="buttons"><StopList signs={programme.stop} opening={controls.pause} /></div>
      <details class="fold">
        <summary><Icon name="next" /> {t("exercise-steps")}</summary>
        <Method exercise={item.exercise} />
      </details>
      <Options counts={item.exercise.kind === "reps"} paced={controls.setPaced} />
      <Controls controls={controls} stop={() => stop(controls.player.value)} />
    </div>
  );
}
