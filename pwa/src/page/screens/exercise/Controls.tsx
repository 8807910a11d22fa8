import type { Position } from "../../../shared/rules/player.ts";
import { Button } from "../../components/Button.tsx";
import type { PlayerControls } from "./usePlayer.ts";
import { t } from "./words.ts";

/** Large buttons in the lower half: the likeliest one alone and wide, the other three in the same places throughout. */
export function Controls({ controls, stop }: { controls: PlayerControls; stop: () => void }) {
  const position = controls.position.value;
  const paused = controls.player.value.running_from === null;
  const resting = position.part === "rest";
  return (
    <div class="thumb player-controls">
      <Likeliest controls={controls} position={position} paused={paused} />
      <div class="player-row">
        <Button kind="quiet" press={controls.back}>{t("exercise-back")}</Button>
        {resting && !paused
          ? <Button kind="quiet" press={controls.pause}>{t("exercise-pause")}</Button>
          : <Button kind="quiet" press={controls.skip}>{t("exercise-next")}</Button>}
        <Button kind="stop" press={stop}>{t("exercise-stop")}</Button>
      </div>
    </div>
  );
}

function Likeliest({ controls, position, paused }: { controls: PlayerControls; position: Position; paused: boolean }) {
  if (paused) return <Button wide press={controls.carryOn}>{t("exercise-carry-on")}</Button>;
  if (position.part === "rest") return <Button wide press={controls.skip}>{t("exercise-skip-rest")}</Button>;
  if (position.part === "own-pace") {
    return <Button wide press={controls.finish}>{t(position.side ? "exercise-done-side" : "exercise-done-set")}</Button>;
  }
  return <Button wide press={controls.pause}>{t("exercise-pause")}</Button>;
}
