import type { Exercise } from "../../../shared/content/types.ts";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { shortDayWords, timeWords } from "../../../shared/datewords.ts";
import { setsInAll } from "../../../shared/rules/player.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { locale } from "../../messages.ts";
import { today } from "../../state.ts";
import { type Session, toAnswers } from "./session.ts";
import { t } from "./words.ts";

interface InterruptedProps {
  session: Session;
  facts: Exercise;
  put: (session: Session) => void;
  again: () => void;
}

/** Coming back after more than half an hour: the place is kept, and the person says what became of it. */
export function Interrupted({ session, facts, put, again }: InterruptedProps) {
  const finished = session.stage === "after";
  const set = session.player.steps[session.player.at]?.set ?? setsInAll(session.player);
  const where = { set, sets: setsInAll(session.player), when: whenWords(session.kept_at) };
  return (
    <Page title={t("exercise-resume-title")}>
      <p><strong>{facts.title}</strong></p>
      <p>{t(finished ? "exercise-resume-after" : "exercise-resume", where)}</p>
      <div class="stack">
        <Button wide press={() => put(session)}>{t(finished ? "exercise-resume-say" : "exercise-resume-carry-on")}</Button>
        {!finished && (
          <Button wide kind="quiet" press={() => put(toAnswers(session, "part"))}>{t("exercise-resume-part")}</Button>
        )}
        <Button wide kind="quiet" press={again}>{t("exercise-resume-again")}</Button>
      </div>
    </Page>
  );
}

/** "at 9:12am", or "at 9:12am on Friday 20 November" for another day. */
function whenWords(instant: number): string {
  const at = localTime(new Date(instant), phoneClock.zone());
  const time = timeWords(at);
  const day = dayOf(at);
  return day === today.value ? t("exercise-at", { time }) : t("exercise-at-on", { time, day: shortDayWords(day, locale) });
}
