/**
 * Looking at goals again: how it went, what helped, and what comes next. It draws no screen of its own, so that it fits
 * into a check-in.
 *
 * Props: `goals` are the goals to look at, each its own part; `onSave(entry, after, next)` keeps the goal as it is after
 * the review (`inOwnRecord(after, entry)` for the person's own record) and raises what went wrong; `withPerson`: whose
 * goals staff look at with them: then nothing of it is kept on the device.
 */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Goal } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Next } from "../../../shared/rules/goals.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { type Form, useDraft } from "../../draft.ts";
import { today } from "../../state.ts";
import { GoalSays } from "./GoalSays.tsx";
import { goalAfter, missingInReview, type ReviewDraft, reviewFrom, type ReviewMissing, REVIEW_VERSION } from "./review-form.ts";
import { ReviewFields } from "./ReviewFields.tsx";
import { useHeld } from "./saving.ts";
import { useTrying } from "./trying.tsx";
import { t } from "./words.ts";
import "./goals.css";

export interface GoalReviewProps {
  goals: readonly Entry<"goal">[];
  onSave: (entry: Entry<"goal">, after: Goal, next: Next) => Promise<unknown>;
  withPerson?: string;
}

export function GoalReview({ goals, ...props }: GoalReviewProps) {
  return <>{goals.map((goal) => (props.withPerson ? <Held key={goal.id} goal={goal} {...props} /> : <Kept key={goal.id} goal={goal} {...props} />))}</>;
}

type OneProps = Omit<GoalReviewProps, "goals"> & { goal: Entry<"goal"> };

const nameOf = (goal: Entry<"goal">) => `goal review ${goal.id}`;

const Kept = (props: OneProps) => <One {...props} form={useDraft(nameOf(props.goal), REVIEW_VERSION, () => reviewFrom(props.goal))} />;
const Held = (props: OneProps) => <One {...props} form={useHeld(`${props.withPerson} ${nameOf(props.goal)}`, () => reviewFrom(props.goal))} />;

function One({ goal, onSave, withPerson, form }: OneProps & { form: Form<ReviewDraft> }) {
  const trying = useTrying(withPerson !== undefined);
  const missing = useSignal<ReviewMissing | null>(null);
  const done = useSignal(false);
  const draft = form.value.value;
  // Begun from what the goal said before: its step is not put back unseen.
  const overtaken = draft !== null && draft.from !== goal.head.id;
  useEffect(() => {
    if (overtaken) form.startAgain();
  }, [overtaken]);
  if (!draft) return null;
  if (done.value) {
    return (
      <article class="goal">
        <h2>{goal.body.goal}</h2>
        <p role="status">{t("goals-reviewed")}</p>
        <GoalSays goal={goal.body} />
      </article>
    );
  }
  const save = async () => {
    missing.value = missingInReview(draft);
    if (missing.value) return void setTimeout(() => document.querySelector<HTMLElement>(".field.wrong :is(input, textarea)")?.focus(), 60);
    if (!(await trying.try(() => onSave(goal, goalAfter(goal.body, draft, today.value), draft.next!)))) return;
    await form.done();
    done.value = true;
    announce(t("goals-reviewed"));
  };
  return (
    <article class="goal">
      <h2>{goal.body.goal}</h2>
      <GoalSays goal={goal.body} />
      <ReviewFields draft={draft} change={form.change} wrong={missing.value && missingInReview(draft)} />
      <trying.Trouble />
      <div class="buttons"><Button press={save}>{t("goals-review-save")}</Button></div>
    </article>
  );
}
