import type { Dose, Exercise } from "../../../shared/content/types.ts";
import { t } from "./words.ts";

/** "45 seconds", "10 minutes", "1 minute and 30 seconds" */
export function lengthWords(length: number): string {
  const whole = Math.floor(length / 60);
  const rest = t("exercise-seconds-long", { seconds: length % 60 });
  if (whole === 0 || length < 100) return t("exercise-seconds-long", { seconds: length });
  const minutes = t("exercise-minutes-long", { minutes: whole });
  return length % 60 ? t("exercise-minutes-and-seconds", { minutes, seconds: rest }) : minutes;
}

/** How much to do: "2 sets. Do it 8 times in each set. Do both sides. Rest for 60 seconds between sets." */
export function doseWords(exercise: Exercise, dose: Dose): string {
  const once = dose.sets === 1 ? "-once" : "";
  const amount = t(`exercise-dose-${exercise.kind}${once}`, {
    sets: t("exercise-sets", { sets: dose.sets }),
    times: t("exercise-times", { reps: dose.reps ?? 1 }),
    length: lengthWords((exercise.kind === "timed" ? dose.seconds : dose.hold_seconds) ?? 0),
  });
  const sides = exercise.sided ? [t("exercise-dose-sides")] : [];
  const rests = dose.sets > 1 && dose.rest_seconds > 0;
  return [amount, ...sides, ...(rests ? [t("exercise-dose-rest", { length: lengthWords(dose.rest_seconds) })] : [])].join(" ");
}
