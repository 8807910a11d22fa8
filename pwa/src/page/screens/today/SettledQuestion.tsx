import { type Day, weekdayOf } from "../../../shared/dates.ts";
import { weekdayWords } from "../../../shared/datewords.ts";
import { signal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { locale } from "../../messages.ts";
import { record } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { t } from "./words.ts";

/** Skipped only until the app is opened again: the answer helps, but nobody has to give it. */
const skipped = signal<Day | null>(null);

export function SettledQuestion({ on }: { on: Day }) {
  const saving = useSaving();
  if (skipped.value === on) return null;
  const answer = (settled: boolean) => () =>
    saving.try(async () => {
      const { id } = await record.value!.save("settled", { on, settled });
      offerUndo({
        words: t(settled ? "settled-saved-yes" : "settled-saved-no"),
        entry: id,
        undo: () => record.value!.remove(id),
      });
    });
  return (
    <section class="notice warm" aria-labelledby="settled">
      <h2 id="settled">{t("settled-title")}</h2>
      <p>{t("settled-question", { day: weekdayWords(weekdayOf(on), locale) })}</p>
      <saving.Trouble />
      <div class="buttons">
        <Button kind="quiet" press={answer(true)}>
          {t("settled-answer-yes")}
        </Button>
        <Button kind="quiet" press={answer(false)}>
          {t("settled-answer-no")}
        </Button>
        <Button kind="plain" press={() => (skipped.value = on)}>
          {t("settled-skip")}
        </Button>
      </div>
    </section>
  );
}
