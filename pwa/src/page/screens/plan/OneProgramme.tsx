import { planNow } from "../../../shared/rules/adapting.ts";
import { inProgramme } from "../../../shared/rules/choosing.ts";
import { newPlan } from "../../../shared/rules/week.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Loading } from "../../components/States.tsx";
import { programmeNamed } from "../../programmes.ts";
import { go } from "../../router.ts";
import { entries, today } from "../../state.ts";
import { changePlan, startPlan } from "./change-plan.ts";
import { ProgrammeCard } from "./ProgrammeCard.tsx";
import { t as said } from "./programme-words.ts";
import { t } from "./words.ts";

/** One programme, and what changing to it means before the button that does it. */
export function OneProgramme({ slug }: { slug: string }) {
  const programme = programmeNamed(slug);
  const plan = planNow(entries.value);
  const saving = useSaving();
  const back = { to: "/plan/programme", words: said("programme-back-all") };
  if (programme === undefined) return <Loading />;
  if (!programme) return <Page title={said("programme-title")} back={back}><p>{said("programme-none-here")}</p></Page>;
  const yours = plan?.body.programme === slug;
  const choose = () =>
    saving.try(async () => {
      if (!plan) return startPlan(newPlan(programme, today.value), t("plan-saved-started"), () => go("/plan"));
      const next = inProgramme(plan.body, slug, today.value);
      await changePlan(plan, next, said("programme-changed", { programme: programme.title }), () => go("/plan"));
    });
  return (
    <Page title={programme.title} back={back}>
      {yours && <Notice><p>{said("programme-is-yours")}</p></Notice>}
      {plan && !yours && <p>{said("programme-stays")}</p>}
      {plan?.body.exercises && !yours && <p>{said("programme-own-list-ends")}</p>}
      <ProgrammeCard programme={programme} dated={!plan} />
      <saving.Trouble />
      {!yours && <div class="thumb"><Button press={choose}>{plan ? said("programme-change") : t("plan-start")}</Button></div>}
    </Page>
  );
}
