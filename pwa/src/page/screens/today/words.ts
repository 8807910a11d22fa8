/** Words of Today, and a dose as a person says it: "2 sets of 8, on each side". */
import todayWords from "content/messages/en/today.ftl?raw";
import type { Dose, Exercise } from "../../../shared/content/types.ts";
import { words } from "../../messages.ts";

export const t = words(todayWords);

export function doseWords(dose: Dose, { sided }: Exercise): string {
  const { sets, reps, hold_seconds, seconds } = dose;
  const side = sided ? "each" : "none";
  if (seconds !== null) {
    const minutes = seconds >= 60 && seconds % 60 === 0;
    return t(minutes ? "dose-minutes" : "dose-seconds", { sets, count: minutes ? seconds / 60 : seconds, side });
  }
  if (hold_seconds !== null) return t("dose-hold", { sets, reps: reps ?? 1, seconds: hold_seconds, side });
  return t("dose-reps", { sets, reps: reps ?? 1, side });
}
