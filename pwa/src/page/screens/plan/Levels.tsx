import type { Exercise } from "../../../shared/content/types.ts";
import { doseWords } from "../today/words.ts";
import { t } from "./words.ts";

/** What each level is and how much of it, so that a choice between them can be made; the present one is marked. */
export function Levels({ exercise, now }: { exercise: Exercise; now: number }) {
  return (
    <ol class="ladder-levels">
      {exercise.levels.map((each) => (
        <li key={each.level} aria-current={each.level === now ? "step" : undefined}>
          <strong>{t(each.level === now ? "ladder-level-now" : "ladder-level", { level: each.level })}</strong>
          <span class="ladder-dose">{doseWords(each, exercise)}</span>
          <span>{each.words}</span>
        </li>
      ))}
    </ol>
  );
}
