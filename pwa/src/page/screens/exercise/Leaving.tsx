import type { Exercise } from "../../../shared/content/types.ts";
import { setsDone, setsInAll, start } from "../../../shared/rules/player.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { type Session, toAnswers } from "./session.ts";
import { t } from "./words.ts";

interface LeavingProps {
  session: Session;
  facts: Exercise;
  put: (session: Session) => void;
  later: () => void;
}

/** Stopping part way: what was done can be saved, gone on with, or left for later. Nothing is thrown away. */
export function Leaving({ session, facts, put, later }: LeavingProps) {
  const done = setsDone(session.player);
  const carryOn = () => put({ ...session, stage: "running", player: start(session.player, Date.now()) });
  const leave = () => {
    put({ ...session, stage: "running" });
    later();
  };
  return (
    <Page title={t("exercise-leave-title")}>
      <p><strong>{facts.title}</strong></p>
      <p>{t(done > 0 ? "exercise-leave-some" : "exercise-leave-none", { done, sets: setsInAll(session.player) })}</p>
      <div class="stack">
        <Button wide press={() => put(toAnswers(session, "part"))}>{t("exercise-leave-part")}</Button>
        <Button wide kind="quiet" press={carryOn}>{t("exercise-leave-back")}</Button>
        <Button wide kind="quiet" press={leave}>{t("exercise-leave-later")}</Button>
      </div>
      <p class="hint">{t("exercise-leave-later-hint")}</p>
    </Page>
  );
}
