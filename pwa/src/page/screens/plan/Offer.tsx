import type { Programme } from "../../../shared/content/types.ts";
import { newPlan } from "../../../shared/rules/week.ts";
import { Button } from "../../components/Button.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { today } from "../../state.ts";
import { startPlan } from "./change-plan.ts";
import { ProgrammeCard } from "./ProgrammeCard.tsx";
import { t as said } from "./programme-words.ts";
import { t } from "./words.ts";

/** No plan yet: the programme that is offered first, the way to the others, and one button. */
export function Offer({ programme }: { programme: Programme }) {
  const saving = useSaving();
  const start = () => saving.try(() => startPlan(newPlan(programme, today.value), t("plan-saved-started")));
  return (
    <Page title={t("plan-title")}>
      <p>{t("plan-none")}</p>
      <p><a class="button quiet" href="/plan/programme">{said("programme-see-all")}</a></p>
      <ProgrammeCard programme={programme} titled dated />
      <ul class="rows"><LinkRow to="/goals" what={t("plan-goals")} detail={t("plan-goals-words")} /></ul>
      <saving.Trouble />
      <div class="thumb"><Button press={start}>{t("plan-start")}</Button></div>
    </Page>
  );
}
