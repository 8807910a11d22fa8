import { timeWords, weekdayWords } from "../../../shared/datewords.ts";
import type { Block, Programme } from "../../../shared/content/types.ts";
import { newPlan } from "../../../shared/rules/week.ts";
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
        {programme.about.map((block, index) => <About key={index} block={block} />)}
        <p>{t("plan-offer-exercises", { count: programme.exercises.length })}</p>
        <p>{t("plan-offer-days", { days, times })}</p>
        {!programme.approved && <p class="soft small">{t("plan-not-approved")}</p>}
      </section>
      <saving.Trouble />
      <div class="thumb"><Button press={start}>{t("plan-start")}</Button></div>
    </Page>
  );
}

function About({ block }: { block: Block }) {
  if (typeof block === "string") return <p>{block}</p>;
  if (block.items) return <ul>{block.items.map((item) => <li key={item}>{item}</li>)}</ul>;
  if (block.type === "heading") return <h3>{block.text}</h3>;
  return <p>{block.text}</p>;
}
