import type { Exercise, Programme } from "../../../shared/content/types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { levelOf } from "../../../shared/rules/sessions.ts";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { entries, exercisesMissing } from "../../state.ts";
import { Ladder, Rules } from "./Ladder.tsx";
import { PickedBy } from "./PickedBy.tsx";
import { t as said } from "./programme-words.ts";
import { t as todays } from "../today/words.ts";
import { t } from "./words.ts";

/** Every exercise with its level, and what a bad day swaps them for. */
export function Exercises({ programme, plan }: { programme: Programme; plan: Entry<"plan"> }) {
  return (
    <section>
      <h2>{t("plan-exercises")}</h2>
      <PickedBy plan={plan} />
      <Missing />
      <ul class="rows">
        {programme.exercises.map((exercise) => <One key={exercise.slug} programme={programme} exercise={exercise} />)}
      </ul>
      <p class="buttons">
        <a class="button quiet" href="/plan/exercises">{said("pick-open")}</a>
        <a class="button quiet" href="/library">{t("plan-library")}</a>
      </p>
      <Fold words={t("plan-rules")}><Rules programme={programme} /></Fold>
      <p><a class="button stop" href="/stop">{t("plan-stop-list")}</a></p>
      <h2>{t("plan-gentle")}</h2>
      <p>{t("plan-gentle-what", { count: programme.gentle.exercises.length })}</p>
    </section>
  );
}

/** Exercises from a library that this phone does not hold yet are said to be missing: the list is not whole. */
function Missing() {
  const count = exercisesMissing.value;
  return count > 0 ? <Notice kind="warm"><p>{todays("exercises-missing", { count })}</p></Notice> : null;
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
