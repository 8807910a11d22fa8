import type { Programme } from "../../../shared/content/types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { levelOf } from "../../../shared/rules/sessions.ts";
import { Choice } from "../../components/Choice.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Scale } from "../../components/Scale.tsx";
import { MOST_SETS } from "./form.ts";
import type { FieldsProps } from "./PainFields.tsx";
import { Choices } from "./WriteFor.tsx";
import { t } from "./words.ts";

interface ExerciseFieldsProps extends FieldsProps {
  programme: Programme;
  entries: readonly Entry[];
}

const OUTCOMES = ["done", "part", "skipped"] as const;

export function ExerciseFields({ form, change, wrong, programme, entries }: ExerciseFieldsProps) {
  const exercise = programme.exercises.find((each) => each.slug === form.exercise);
  const setsOf = (slug: string, level: number, gentle: boolean) => {
    const found = programme.exercises.find((each) => each.slug === slug);
    return (gentle ? found?.gentle : found?.levels.find((each) => each.level === level))?.sets ?? null;
  };
  const choose = (slug: string) => {
    const level = levelOf(entries, programme.slug, slug);
    change({ exercise: slug, level, sets: setsOf(slug, level, form.gentle) });
  };
  return (
    <>
      <div class={wrong("exercise") ? "field wrong" : "field"}>
        <label for="write-exercise">{t("write-exercise")}</label>
        {wrong("exercise") && <span class="wrong-words" role="alert">{t("write-exercise-needed")}</span>}
        <select id="write-exercise" class="input" value={form.exercise} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t("write-exercise-none")}</option>
          {programme.exercises.map(({ slug, title }) => <option key={slug} value={slug}>{title}</option>)}
        </select>
      </div>
      {exercise && (
        <>
          <Choices
            question={t("write-outcome")} options={OUTCOMES} words={(outcome) => t("write-went", { outcome })} chosen={form.outcome}
            choose={(outcome) => change({ outcome: outcome as typeof OUTCOMES[number] })} wrong={wrong("outcome") ? t("write-outcome-needed") : ""}
          />
          <div class="field">
            <label for="write-level">{t("write-level")}</label>
            <select
              id="write-level" class="input" value={String(form.level)}
              onChange={(event) => change({ level: Number(event.currentTarget.value), sets: setsOf(exercise.slug, Number(event.currentTarget.value), form.gentle) })}
            >
              {exercise.levels.map(({ level, words }) => <option key={level} value={String(level)}>{t("write-level-is", { level, words })}</option>)}
            </select>
          </div>
          <div class="field">
            <div class="choices">
              <Choice
                kind="checkbox" name="gentle" value="gentle" chosen={form.gentle}
                choose={(gentle) => change({ gentle, sets: setsOf(exercise.slug, form.level, gentle) })}
              >
                {t("write-gentle")}
              </Choice>
            </div>
          </div>
          {form.outcome !== "skipped" && (
            <div class={wrong("sets") ? "field wrong" : "field"}>
              <label for="write-sets">{t("write-sets")}</label>
              {wrong("sets") && <span class="wrong-words" role="alert">{t("write-sets-needed")}</span>}
              <input
                id="write-sets" class="input short" type="number" inputMode="numeric" min={0} max={MOST_SETS} value={form.sets ?? ""}
                onInput={(event) => change({ sets: event.currentTarget.value === "" ? null : Number(event.currentTarget.value) })}
              />
            </div>
          )}
          <Fold words={form.score === null ? t("write-during") : t("write-during-is", { score: String(form.score) })}>
            <Scale
              question={t("write-during-question")} low={t("write-score-low")} high={t("write-score-high")}
              value={form.score} choose={(score) => change({ score })}
            />
          </Fold>
        </>
      )}
    </>
  );
}
