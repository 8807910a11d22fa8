import type { Entry } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Quietly } from "../../components/Quietly.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { record, today } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { t } from "./words.ts";

/** One tap swaps today for the gentler plan that is already there. It counts as success. */
export function BadDayButton() {
  const saving = useSaving();
  const press = () =>
    saving.try(async () => {
      const { id } = await record.value!.save("bad-day", { on: today.value });
      scrollTo(0, 0);
      offerUndo({ words: t("bad-day-saved"), entry: id, undo: () => record.value!.remove(id) });
    });
  return (
    <>
      <Button kind="warm" press={press}>
        {t("today-bad-day")}
      </Button>
      <saving.Trouble />
    </>
  );
}

/** What was agreed with a goal for such a day. */
const agreed = () => import("../goals/BadDayPlan.tsx");

export function BadDayNotice({ entry, planned }: { entry: Entry<"bad-day">; planned: boolean }) {
  const saving = useSaving();
  const back = () =>
    saving.try(async () => {
      await record.value!.remove(entry.id);
      offerUndo({ words: t("bad-day-removed"), undo: () => record.value!.restore(entry.id) });
    });
  return (
    <Notice kind="warm" title={t("bad-day-on")}>
      <p>{t(planned ? "bad-day-on-words" : "bad-day-rest-words")}</p>
      <Quietly load={agreed} />
      <saving.Trouble />
      <Button kind="plain" press={back}>
        {t("bad-day-off")}
      </Button>
    </Notice>
  );
}
