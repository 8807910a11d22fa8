import type { LibraryExercise } from "../../../shared/content/library-types.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { ExerciseFigure } from "../../figure/ExerciseFigure.tsx";
import { me, programme } from "../../state.ts";
import { doseWords } from "../exercise/dose-words.ts";
import { Steps } from "../exercise/Intro.tsx";
import { t } from "./words.ts";
import "../exercise/exercise.css";

/** One exercise, to read and look at before anybody does it. */
export function One({ exercise, library }: { exercise: LibraryExercise; library: readonly LibraryExercise[] }) {
  const seated = library.find(({ slug }) => slug === exercise.seated);
  const planned = me.value?.role === "patient" && programme.value?.exercises.some(({ slug }) => slug === exercise.slug);
  return (
    <Page title={exercise.title} back={{ to: "/library", words: t("library-title") }}>
      <ExerciseFigure exercise={exercise} />
      {!exercise.approved && <p class="soft small">{t("exercise-not-approved")}</p>}
      {planned && <p>{t("library-in-plan")} <a class="button quiet" href={`/exercise/${exercise.slug}`}>{t("library-do")}</a></p>}
      <h2>{t("exercise-purpose")}</h2>
      <p>{exercise.purpose}</p>
      <h2>{t("exercise-equipment")}</h2>
      <p>{t("exercise-position", { position: exercise.position })}</p>
      {exercise.equipment.length === 0 ? <p>{t("exercise-equipment-none")}</p> : <Points of={exercise.equipment} />}
      <h2>{t("exercise-steps")}</h2>
      <Steps exercise={exercise} />
      <h2>{t("exercise-care")}</h2>
      <Points of={exercise.care} />
      <h2>{t("library-mistakes")}</h2>
      <Points of={exercise.mistakes} />
      <h2>{t("library-stop-if")}</h2>
      <Points of={exercise.stop_if} />
      <p><a class="button stop" href="/stop">{t("library-stop-always")}</a></p>
      <h2>{t("library-levels")}</h2>
      {exercise.levels.map((level) => (
        <section key={level.level}>
          <h3>{t("library-level", { level: level.level })}</h3>
          <p>{level.words} {doseWords(exercise, level)}</p>
        </section>
      ))}
      <h3>{t("library-bad-day")}</h3>
      <p>{exercise.gentle.words} {doseWords(exercise, exercise.gentle)}</p>
      {seated && (
        <>
          <h2>{t(exercise.position === "lying" ? "library-seated-lying" : "library-seated")}</h2>
          <p>{t("library-seated-words")}</p>
          <ul class="rows"><LinkRow to={`/library/${seated.slug}`} what={seated.title} detail={t("library-position", { position: seated.position })} /></ul>
        </>
      )}
    </Page>
  );
}

function Points({ of }: { of: readonly string[] }) {
  return <ul>{of.map((words) => <li key={words}>{words}</li>)}</ul>;
}
