import type { Programme } from "../../../shared/content/types.ts";
import type { TodayItem } from "../../../shared/rules/today.ts";
import { Button } from "../../components/Button.tsx";
import { LazyFigure } from "../../figure/LazyFigure.tsx";
import { doseWords } from "./dose-words.ts";
import { Options } from "./Options.tsx";
import { StopList } from "./StopList.tsx";
import { t } from "./words.ts";

interface IntroProps {
  programme: Programme;
  item: TodayItem;
  start: () => void;
  /** The gentle version instead of the usual one, or back. */
  swap: (gentle: boolean) => void;
}

/** What the exercise is, before it begins. */
export function Intro({ programme, item, start, swap }: IntroProps) {
  const { exercise, dose, gentle, level } = item;
  return (
    <>
      {gentle && <p class="notice warm">{t("exercise-gentle-now")}</p>}
      <p class="dose">
        {!gentle && <span class="level">{t("exercise-level", { level })}</span>} {doseWords(exercise, dose)}
      </p>
      <p>{dose.words}</p>
      <div class="buttons">
        <StopList programme={programme} />
        <Button kind="quiet" press={() => swap(!gentle)}>{t(gentle ? "exercise-do-usual" : "exercise-do-gentle")}</Button>
      </div>
      <LazyFigure slug={exercise.slug} />
      <h2>{t("exercise-purpose")}</h2>
      <p>{exercise.purpose}</p>
      <h2>{t("exercise-equipment")}</h2>
      <p>{t("exercise-position", { position: exercise.position })}</p>
      {exercise.equipment.length === 0
        ? <p>{t("exercise-equipment-none")}</p>
        : <ul>{exercise.equipment.map((thing) => <li key={thing}>{thing}</li>)}</ul>}
      <h2>{t("exercise-steps")}</h2>
      <Steps exercise={exercise} />
      <h2>{t("exercise-care")}</h2>
      <ul>{exercise.care.map((words) => <li key={words}>{words}</li>)}</ul>
      <Options counts={exercise.kind === "reps"} />
      {!exercise.approved && <p class="soft small">{t("exercise-not-approved")}</p>}
      <div class="thumb"><Button press={start}>{t("exercise-start")}</Button></div>
    </>
  );
}

/** How to do it, numbered. */
export function Steps({ exercise }: { exercise: TodayItem["exercise"] }) {
  return <ol>{exercise.steps.map((step) => <li key={step}>{step}</li>)}</ol>;
}
