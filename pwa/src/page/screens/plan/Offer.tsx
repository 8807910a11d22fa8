import { timeWords, weekdayWords } from "../../../shared/datewords.ts";
import type { Programme } from "../../../shared/content/types.ts";
import { newPlan } from "../../../shared/rules/week.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { locale } from "../../messages.ts";
import { today } from "../../state.ts";
import { startPlan } from "./change-plan.ts";
import { t } from "./words.ts";

/** No plan yet: the programme on offer, what it asks, and one button. */
export function Offer({ programme }: { programme: Programme }) {
  const saving = useSaving();
  const and = new Intl.ListFormat(locale);
  const days = and.format(programme.days_suggested.map((day) => weekdayWords(day, locale)));
  const times = and.format(programme.times_suggested.map((time) => timeWords(time)));
  const start = () => saving.try(() => startPlan(newPlan(programme, today.value), t("plan-saved-started")));
  return (
    <Page title={t("plan-title")}>
      <p>{t("plan-none")}</p>
      <section class="offer">
        <h2>{programme.title}</h2>
        <Blocks of={programme.about} />
        <p>{t("plan-offer-exercises", { count: programme.exercises.length })}</p>
        <p>{t("plan-offer-days", { days, times })}</p>
        {!programme.approved && <p class="soft small">{t("plan-not-approved")}</p>}
      </section>
      <saving.Trouble />
      <div class="thumb"><Button press={start}>{t("plan-start")}</Button></div>
    </Page>
  );
}
