/**
 * Choosing a programme and exercises for somebody else, on a page that shows their diary (staff).
 *
 * - `called`: what they are called, for its heading and button.
 * - `plan`: the body of their plan as it stands (`planNow(entries)?.body`), or null when they have none.
 * - `today`: the day on which a new plan or another programme begins.
 * - `save(body)`: sends the plan as it is to be; as a correction of their plan entry when `plan` is one. When it rejects,
 *   the reason is said here and nothing that was chosen is lost; when it resolves, the caller closes this.
 * - `cancel()`: closes it with nothing saved.
 * - `children`: what the caller asks beside it, above the buttons; nothing is sent while `ready()` says no.
 *
 * It keeps no draft: what is shared of a diary is kept nowhere on the phones of staff. Its headings are h2: the page
 * around it has the h1.
 */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { NoAnswer } from "../../../shared/api/client.ts";
import type { Day } from "../../../shared/dates.ts";
import type { Plan } from "../../../shared/record/kinds.ts";
import { inProgramme, withExercises } from "../../../shared/rules/choosing.ts";
import { newPlan } from "../../../shared/rules/week.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Notice } from "../../components/Notice.tsx";
import { isQuiet } from "../../components/Proof.tsx";
import { Loading } from "../../components/States.tsx";
import { FIRST_PROGRAMME, programmeNamed } from "../../programmes.ts";
import { reasonOf } from "../../reasons.ts";
import { PickExercises } from "./PickExercises.tsx";
import { t } from "./programme-words.ts";
import { useProgrammes } from "./Programmes.tsx";

export interface ChoosePlanProps {
  called: string;
  plan: Plan | null;
  today: Day;
  save: (body: Plan) => Promise<unknown>;
  cancel: () => void;
  ready: () => boolean;
  children: ComponentChildren;
}

export function ChoosePlan({ called, plan, today, save, cancel, ready, children }: ChoosePlanProps) {
  const slug = useSignal(plan?.programme ?? FIRST_PROGRAMME.programme);
  /** null: the programme's own list */
  const picked = useSignal<string[] | null>(plan?.exercises ?? null);
  const trouble = useSignal("");
  const slugs = useProgrammes();
  const programme = programmeNamed(slug.value);
  if (!slugs || programme === undefined) return <Loading />;
  const chosen = picked.value ?? programme?.exercises.map((exercise) => exercise.slug) ?? [];
  const choose = (next: string) => {
    if (next === slug.value) return;
    slug.value = next;
    picked.value = next === plan?.programme ? plan.exercises ?? null : null;
  };
  const send = async () => {
    if (!programme) return;
    trouble.value = chosen.length ? "" : t("pick-none");
    if (!ready() || trouble.value) return;
    const before = plan ? inProgramme(plan, programme.slug, today) : newPlan(programme, today);
    try {
      await save(withExercises(before, programme, chosen));
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : error instanceof NoAnswer ? t("pick-not-saved-offline") : t("pick-not-saved", { reason: reasonOf(error) });
    }
  };
  return (
    <>
      <h2>{t("pick-title-for", { called })}</h2>
      <fieldset class="field">
        <legend class="question">{t("pick-which-for")}</legend>
        <div class="choices">
          {slugs.map((each) => (
            <Choice key={each} kind="radio" name="programme" value={each} chosen={each === slug.value} choose={() => choose(each)}>
              {programmeNamed(each)?.title ?? each}
            </Choice>
          ))}
        </div>
      </fieldset>
      {!programme && <p>{t("programme-none-here")}</p>}
      {programme && !programme.approved && <p class="soft small">{t("programme-not-approved")}</p>}
      {picked.value && <p><Button kind="quiet" press={() => (picked.value = null)}>{t("pick-own-list")}</Button></p>}
      {programme && <PickExercises key={slug.value} programme={programme} chosen={chosen} change={(list) => (picked.value = list)} />}
      {children}
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      <div class="buttons">
        <Button press={send}>{t("pick-save-for", { called })}</Button>
        <Button kind="quiet" press={cancel}>{t("pick-cancel-for")}</Button>
      </div>
    </>
  );
}
