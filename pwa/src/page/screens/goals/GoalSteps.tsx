/**
 * The questions of a goal, a few at a time; every answer but the goal may be left out. It draws no screen of its own, so
 * that it fits into others. Props: `form` holds the answers (`useDraft(name, DRAFT_VERSION, …)` on a person's own phone,
 * `useHeld` for staff); `save` is pressed once nothing is missing; `trouble` is drawn above the buttons.
 */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../components/Button.tsx";
import { Scale } from "../../components/Scale.tsx";
import type { Form } from "../../draft.ts";
import { Action, Sure } from "./Action.tsx";
import { Coping } from "./Coping.tsx";
import { type GoalDraft, type Missing, missingIn, type Step, stepsOf } from "./form.ts";
import { Own } from "./Own.tsx";
import { ReviewOn } from "./ReviewOn.tsx";
import { t } from "./words.ts";
import "./goals.css";

export interface GoalStepsProps {
  form: Form<GoalDraft>;
  save: () => Promise<unknown>;
  trouble?: ComponentChildren;
}

export function GoalSteps({ form, save, trouble }: GoalStepsProps) {
  const missing = useSignal<Missing | null>(null);
  const draft = form.value.value!;
  const steps = stepsOf(draft);
  const at = steps.indexOf(draft.step);
  const heading = useStepHeading(draft.step);
  const to = (step: Step) => form.change({ step });

  /** Says what is still missing in the steps up to `last`; true when nothing is. */
  const complete = (last: number): boolean => {
    const found = missingIn(draft);
    missing.value = found && steps.indexOf(found.step) <= last ? found : null;
    if (!missing.value) return true;
    to(missing.value.step);
    setTimeout(() => document.querySelector<HTMLElement>(".field.wrong textarea")?.focus(), DRAWN_MS);
    return false;
  };
  const next = () => complete(at) && to(steps[at + 1]!);
  const finish = async () => complete(steps.length) && (await save());

  return (
    <section class="goal-steps" aria-labelledby="goal-step">
      <p class="soft small">{t("goals-step", { step: String(at + 1), steps: String(steps.length) })}</p>
      <h2 id="goal-step" tabIndex={-1} ref={heading}>{t(`goals-step-${draft.step}`)}</h2>
      <Questions form={form} missing={missing.value && missingIn(draft)} />
      {trouble}
      <div class="buttons goal-buttons">
        {at < steps.length - 1 ? <Button press={next}>{t("goals-next")}</Button> : <Button press={finish}>{t("goals-save")}</Button>}
        {at > 0 && <Button kind="quiet" press={() => to(steps[at - 1]!)}>{t("goals-previous")}</Button>}
        {at > 0 && at < steps.length - 1 && <Button kind="plain" press={finish}>{t("goals-save-now")}</Button>}
      </div>
    </section>
  );
}

function Questions({ form, missing }: { form: Form<GoalDraft>; missing: Missing | null }) {
  const draft = form.value.value!;
  const { change } = form;
  const wrong = (field: Missing["field"]) => (missing?.field === field ? t(missing.words) : undefined);
  if (draft.step === "action") return <Action draft={draft} change={change} wrong={wrong("what")} smaller={draft.before !== null} />;
  if (draft.step === "sure") {
    return <Sure draft={draft} change={change} smaller={() => change({ step: "action", before: draft.sure, sure: null })} />;
  }
  if (draft.step === "coping") return <Coping pairs={draft.coping} change={(coping) => change({ coping })} wrong={!!wrong("coping")} />;
  if (draft.step === "review") {
    return (
      <>
        <ReviewOn value={draft.review_on} choose={(review_on) => change({ review_on })} />
        <Own question={t("goals-bad-day")} hint={t("goals-bad-day-hint")} value={draft.bad_day} change={(bad_day) => change({ bad_day })} />
      </>
    );
  }
  return (
    <>
      <Own question={t("goals-matters")} hint={t("goals-matters-hint")} value={draft.matters} change={(matters) => change({ matters })} />
      <Own question={t("goals-goal")} hint={t("goals-goal-hint")} value={draft.goal} change={(goal) => change({ goal })} wrong={wrong("goal")} />
      <div class="field">
        <Scale
          question={t("goals-importance")} low={t("goals-importance-low")} high={t("goals-importance-high")}
          value={draft.importance} choose={(importance) => change({ importance })}
        />
      </div>
    </>
  );
}

/** Signals and effects have drawn the other step by then. */
const DRAWN_MS = 60;

/** Reading goes on at the heading of the next step. */
function useStepHeading(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [step]);
  return heading;
}
