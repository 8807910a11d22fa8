import { useSignal } from "@preact/signals";
import { dateWords } from "../../../shared/datewords.ts";
import type { Programme } from "../../../shared/content/types.ts";
import type { Plan as PlanBody } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { planOf } from "../../../shared/rules/sessions.ts";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { locale } from "../../messages.ts";
import { entries, programme } from "../../state.ts";
import { useHeading } from "../exercise/useHeading.ts";
import { DaysForm } from "./DaysForm.tsx";
import { Exercises } from "./Exercises.tsx";
import { Offer } from "./Offer.tsx";
import { Pause } from "./Pause.tsx";
import { Week } from "./Week.tsx";
import { t } from "./words.ts";
import "./plan.css";

/** /plan: the week, the levels, a break; or, with no plan yet, the programme on offer. */
export default function Plan() {
  const course = programme.value;
  if (!course) return <Page title={t("plan-title")}><p>{t("plan-none-offline")}</p></Page>;
  const plan = planOf(entries.value, course.slug);
  if (!plan) return <Offer programme={course} />;
  return <Ours programme={course} plan={plan} />;
}

function Ours({ programme, plan }: { programme: Programme; plan: Entry<"plan"> }) {
  const changing = useSignal(false);
  const body: PlanBody = plan.body;
  useHeading(changing.value ? "form" : "plan");
  if (changing.value) return <DaysForm plan={plan} close={() => (changing.value = false)} />;
  return (
    <Page title={t("plan-title")}>
      <p>
        <strong>{programme.title}</strong>
        <br />
        <span class="soft">{t("plan-started-on", { date: dateWords(body.started_on, locale) })}</span>
      </p>
      <Pause plan={plan} place="top" />
      <Week plan={body} change={() => (changing.value = true)} />
      <p class="plan-receipt"><Receipt entry={plan} /></p>
      <Pause plan={plan} place="end" />
      <Exercises programme={programme} />
      {!programme.approved && <p class="soft small">{t("plan-not-approved")}</p>}
    </Page>
  );
}
