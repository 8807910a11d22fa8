import type { Exercise, Programme } from "../../../shared/content/types.ts";
import { levelOf } from "../../../shared/rules/sessions.ts";
import { Fold } from "../../components/Fold.tsx";
import { entries } from "../../state.ts";
import { Ladder, Rules } from "./Ladder.tsx";
import { t } from "./words.ts";

/** Every exercise with its level, and what a bad day swaps them for. */
export function Exercises({ programme }: { programme: Programme }) {
  return (
    <section>
      <h2>{t("plan-exercises")}</h2>
      <ul class="rows">
        {programme.exercises.map((exercise) => <One key={exercise.slug} programme={programme} exercise={exercise} />)}
      </ul>
      <Fold words={t("plan-rules")}><Rules programme={programme} /></Fold>
      <p><a class="button stop" href="/stop">{t("plan-stop-list")}</a></p>
      <h2>{t("plan-gentle")}</h2>
      <p>{t("plan-gentle-what", { count: programme.gentle.exercises.length })}</p>
    </section>
  );
}

function One({ programme, exercise }: { programme: Programme; exercise: Exercise }) {
  const level = levelOf(entries.value, programme.slug, exercise.slug);
  return (
    <li class="plan-exercise">
      <a class="plan-exercise-name" href={`/exercise/${exercise.slug}`}>{exercise.title}</a>
      <Fold words={t("plan-level-change", { level })}>
        <Ladder programme={programme} exercise={exercise} />
      </Fold>
    </li>
  );
}
