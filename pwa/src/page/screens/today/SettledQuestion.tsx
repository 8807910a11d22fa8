import type { Day } from "../../../shared/dates.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { useDraft } from "../../draft.ts";
import { focusHeading } from "../../focus.ts";
import { locale } from "../../messages.ts";
import { record, today } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { t } from "./words.ts";

/** The answer helps, but nobody has to give it: skipped, it is not asked again that day. */
export function SettledQuestion({ on }: { on: Day }) {
  const saving = useSaving();
  const skipped = useDraft<{ day: Day | null }>("settled skipped", 1, () => ({ day: null }));
  if (!skipped.value.value || skipped.value.value.day === today.value) return null;
  const answer = (settled: boolean) => () =>
    saving.try(async () => {
      const { id } = await record.value!.save("settled", { on, settled });
      offerUndo({
        words: t(settled ? "settled-saved-yes" : "settled-saved-no"),
        entry: id,
        undo: () => record.value!.remove(id),
      });
    });
  const skip = () => {
    skipped.change({ day: today.value });
    focusHeading();
  };
  return (
    <section class="notice warm" aria-labelledby="settled">
      <h2 id="settled">{t("settled-title")}</h2>
      <p>{t("settled-question", { day: shortDayWords(on, locale) })}</p>
      <saving.Trouble />
      <div class="buttons">
        <Button kind="quiet" press={answer(true)}>
          {t("settled-answer-yes")}
        </Button>
        <Button kind="quiet" press={answer(false)}>
          {t("settled-answer-no")}
        </Button>
        <Button kind="plain" press={skip}>
          {t("settled-skip")}
        </Button>
      </div>
    </section>
  );
}
