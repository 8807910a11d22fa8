import { useSignal } from "@preact/signals";
import type { Programme } from "../../../shared/content/types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { planNow } from "../../../shared/rules/adapting.ts";
import { withExercises } from "../../../shared/rules/choosing.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Loading } from "../../components/States.tsx";
import { useDraft } from "../../draft.ts";
import { programmeNamed } from "../../programmes.ts";
import { go } from "../../router.ts";
import { entries } from "../../state.ts";
import { changePlan } from "./change-plan.ts";
import { useOvertaken } from "./overtaken.ts";
import { PickedBy } from "./PickedBy.tsx";
import { PickExercises } from "./PickExercises.tsx";
import { t } from "./programme-words.ts";
import { t as said } from "./words.ts";

const back = { to: "/plan", words: t("programme-back") };

/** /plan/exercises: choosing one's own exercises. */
export default function PickScreen() {
  const plan = planNow(entries.value);
  const programme = plan && programmeNamed(plan.body.programme);
  if (!plan) return <Page title={t("pick-title")} back={back}><p>{t("pick-no-plan")}</p></Page>;
  if (programme === undefined) return <Loading />;
  if (!programme) return <Page title={t("pick-title")} back={back}><p>{t("programme-none-here")}</p></Page>;
  return <Form plan={plan} programme={programme} />;
}

interface Chosen {
  chosen: string[];
  /** the version of the plan that it was begun from */
  from: string;
}

/** Kept on the phone until it is saved or given up, or the plan has become another. */
function Form({ plan, programme }: { plan: Entry<"plan">; programme: Programme }) {
  const own = programme.exercises.map(({ slug }) => slug);
  const draft = useDraft<Chosen>("plan exercises", 1, () => ({ chosen: plan.body.exercises ?? own, from: plan.head.id }));
  const overtaken = useOvertaken(draft, plan, t("pick-overtaken"));
  const saving = useSaving();
  const none = useSignal(false);
  if (!draft.value.value) return <Loading />;
  const { chosen } = draft.value.value;
  const leave = async () => {
    await draft.done();
    go("/plan");
  };
  const save = async (list: readonly string[], words: string) => {
    none.value = list.length === 0;
    if (none.value) return;
    overtaken.saving.current = true;
    const saved = await saving.try(() =>
      changePlan(plan, withExercises(plan.body, programme, list), words, () => {
        void draft.done();
        go("/plan");
      }));
    overtaken.saving.current = saved;
  };
  return (
    <Page title={t("pick-title")} back={back}>
      <PickedBy plan={plan} />
      {overtaken.said.value && <Notice kind="warm"><p>{t("pick-overtaken")}</p></Notice>}
      {draft.restored.value && (
        <Notice>
          <p>{said("plan-draft")}</p>
          <Button kind="plain" press={draft.startAgain}>{said("plan-draft-clear")}</Button>
        </Notice>
      )}
      {plan.body.exercises && <p><Button kind="quiet" press={() => save(own, t("pick-own-list-saved"))}>{t("pick-own-list")}</Button></p>}
      <PickExercises programme={programme} chosen={chosen} change={(list) => draft.change({ chosen: list })} />
      <saving.Trouble />
      <div class="thumb">
        {none.value && !chosen.length && <p class="wrong-words wide-words" role="alert">{t("pick-none")}</p>}
        <Button press={() => save(chosen, t("pick-saved"))}>{t("pick-save", { count: chosen.length })}</Button>
        <Button kind="quiet" press={leave}>{t("pick-cancel")}</Button>
      </div>
    </Page>
  );
}
