import type { ExerciseDone } from "../../../shared/record/kinds.ts";
import { type Entry } from "../../../shared/record/versions.ts";
import type { Today } from "../../../shared/rules/today.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { Fold } from "../../components/Fold.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { exerciseName } from "../../exercise-names.ts";
import { locale } from "../../messages.ts";
import { entries, today } from "../../state.ts";
import { t } from "./words.ts";

/** What was saved today, folded away but counted; each with its receipt and a way to change it. */
export function DoneToday({ now }: { now: Today }) {
  const exercises = entries.value.filter((entry) => entry.kind === "exercise" && entry.day === now.day);
  const settled = ofKind(entries.value, "settled").filter((entry) => entry.day === today.value);
  const done = [...now.pain, ...(now.badDay ? [now.badDay] : []), ...exercises, ...settled] as Entry[];
  if (!done.length) return null;
  const skipped = done.filter(({ kind, body }) => kind === "exercise" && (body as ExerciseDone).outcome === "skipped").length;
  return (
    <Fold words={t(skipped < done.length ? "done-count" : "done-none-skipped", { count: done.length - skipped, skipped })}>
      <ul class="rows">
        {done.map((entry) => (
          <li key={entry.id}>
            <a class="row done" href={`/diary/${entry.id}`}>
              <span class="grow">
                <span class="what">{doneWords(entry)}</span>
                <Receipt entry={entry} />
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

function doneWords(entry: Entry): string {
  if (entry.kind === "pain") return t("done-pain", { score: String((entry as Entry<"pain">).body.score) });
  if (entry.kind === "bad-day") return t("done-bad-day");
  if (entry.kind === "settled") return settledWords(entry as Entry<"settled">);
  const { exercise, outcome, gentle } = (entry as Entry<"exercise">).body;
  return t("done-exercise", { exercise: exerciseName(exercise), outcome, gentle: gentle ? "yes" : "no" });
}

function settledWords({ body }: Entry<"settled">): string {
  return t(body.settled ? "done-settled-yes" : "done-settled-no", { day: shortDayWords(body.on, locale) });
}
