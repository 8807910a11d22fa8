import { useSignal } from "@preact/signals";
import { dateWords } from "../../../shared/datewords.ts";
import type { Programme } from "../../../shared/content/types.ts";
import type { Plan as PlanBody } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { planOf } from "../../../shared/rules/sessions.ts";
import { Lazy } from "../../components/Outlet.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { Loading } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import type { Screen, ScreenProps } from "../../screens.ts";
import { contentLooked, entries, programme } from "../../state.ts";
import { useHeading } from "../exercise/useHeading.ts";
import { DaysForm } from "./DaysForm.tsx";
import { Exercises } from "./Exercises.tsx";
import { Offer } from "./Offer.tsx";
import { Pause } from "./Pause.tsx";
import { Week } from "./Week.tsx";
import { t as said } from "./programme-words.ts";
import { t } from "./words.ts";
import "./plan.css";

/** Seldom opened: their code comes when they are. */
const later: { [part: string]: Pick<Screen, "load"> } = {
  programme: { load: () => import("./Programmes.tsx") },
  exercises: { load: () => import("./PickScreen.tsx") },
};

/** /plan: the week, the levels, a break; or, with no plan yet, the programme on offer. Under it, choosing what is in it. */
export default function Plan({ parts: [part, ...rest] }: ScreenProps) {
  const screen = part === undefined ? undefined : later[part];
  return screen ? <Lazy screen={screen} parts={rest} /> : <Now />;
}

function Now() {
  const course = programme.value;
  if (!contentLooked.value) return <Loading />;
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
      <p><a class="button plain" href="/plan/programme">{said("programme-choose-another")}</a></p>
      <Pause plan={plan} place="top" />
      <Week plan={body} change={() => (changing.value = true)} />
      <p class="plan-receipt"><Receipt entry={plan} /></p>
      <Pause plan={plan} place="end" />
      <Exercises programme={programme} plan={plan} />
      <ul class="rows"><LinkRow to="/goals" what={t("plan-goals")} detail={t("plan-goals-words")} /></ul>
      {!programme.approved && <p class="soft small">{t("plan-not-approved")}</p>}
    </Page>
  );
}
