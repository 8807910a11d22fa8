import type { Dose, Exercise } from "../../../shared/content/types.ts";
import { t } from "./words.ts";

/** How much to do, in a sentence: "2 sets, 8 times in each set on each side. Rest for 60 seconds between sets." */
export function doseWords(exercise: Exercise, dose: Dose): string {
  const facts = {
    sets: t("exercise-sets", { sets: dose.sets }),
    times: t("exercise-times", { reps: dose.reps ?? 1 }),
    seconds: (exercise.kind === "timed" ? dose.seconds : dose.hold_seconds) ?? 0,
    sided: exercise.sided ? "yes" : "no",
  };
  const rest = dose.sets > 1 && dose.rest_seconds > 0 ? [t("exercise-dose-rest", { seconds: dose.rest_seconds })] : [];
  return [t(`exercise-dose-${exercise.kind}`, facts), ...rest].join(" ");
}
