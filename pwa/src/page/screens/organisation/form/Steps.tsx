import type { Signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import type { Form } from "../../../draft.ts";
import { focusWrong } from "../../service/useDoing.tsx";
import type { Board } from "../board.ts";
import { t } from "../words.ts";
import { Access } from "./Access.tsx";
import { Come } from "./Come.tsx";
import { Cost } from "./Cost.tsx";
import { type ListingDraft, type Step, STEPS } from "./draft.ts";
import { Look } from "./Look.tsx";
import { type Missing, missingUpTo } from "./said.ts";
import { What } from "./What.tsx";
import { When } from "./When.tsx";
import { Where } from "./Where.tsx";
import { Who } from "./Who.tsx";

/** What each step is given. */
export interface StepProps {
  draft: ListingDraft;
  change: (changes: Partial<ListingDraft>) => void;
  /** what is wrong with a field, in words */
  wrong: (field: string) => string | undefined;
  who: Board | null;
  to: (step: Step) => void;
}

const screens: { [step in Step]: ComponentType<StepProps> } =
  { what: What, when: When, where: Where, cost: Cost, access: Access, who: Who, come: Come, look: Look };

interface StepsProps {
  form: Form<ListingDraft>;
  draft: ListingDraft;
  missing: Signal<Missing | null>;
  who: Board | null;
  /** why it was not sent */
  trouble: string;
  publish: () => Promise<unknown>;
  /** none for what is published already */
  keep: (() => Promise<unknown>) | null;
}

/** One thing to say at a time, then a look at it as people will see it. */
export function Steps({ form, draft, missing, who, trouble, publish, keep }: StepsProps) {
  const { change } = form;
  const heading = useStepHeading(draft.step);
  const [at, last] = [STEPS.indexOf(draft.step), STEPS.length - 1];
  const Shown = screens[draft.step];
  const to = (step: Step) => change({ step });
  const next = () => {
    const found = missingUpTo(draft, draft.step);
    missing.value = found;
    if (!found) return to(STEPS[at + 1]!);
    if (found.step !== draft.step) to(found.step);
    focusWrong();
  };
  // What was said to be missing is looked at again as it is typed.
  const now = missing.value && missingUpTo(draft, missing.value.step);
  const wrong = (field: string) => (now?.field === field ? t(now.words) : undefined);
  return (
    <section class="publish-form" aria-labelledby="publish-step">
      {keep && <p class="soft small">{t("publish-step", { step: String(at + 1), steps: String(last + 1) })}</p>}
      <h2 id="publish-step" tabIndex={-1} ref={heading}>{t(`publish-step-${draft.step}`)}</h2>
      <Shown draft={draft} change={change} wrong={wrong} who={who} to={to} />
      {trouble && <Notice kind="stop" urgent><p>{trouble}</p></Notice>}
      <div class="buttons">
        {at < last ? <Button press={next}>{t("publish-next-step")}</Button> : <Button press={publish}>{t(keep ? "publish-publish" : "publish-save")}</Button>}
        {at > 0 && <Button kind="quiet" press={() => to(STEPS[at - 1]!)}>{t("publish-step-back")}</Button>}
        {keep && <Button kind="plain" press={keep}>{t("publish-keep")}</Button>}
        {!keep && at < last && <Button kind="plain" press={() => to("look")}>{t("publish-to-look")}</Button>}
      </div>
    </section>
  );
}

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
