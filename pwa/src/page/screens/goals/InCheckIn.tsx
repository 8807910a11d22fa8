/**
 * The goal part of a check-in: goals that are worked on are looked at again, and one can be made. Of one that was made
 * today there is nothing to look back at: its step can still be changed.
 *
 * Props: `goals` are all goals of the person; `save` keeps a goal (`inOwnRecord`, or one that sends it for staff, who also
 * give `withPerson`, so that nothing is kept on the device); `onSave` is told after each goal that was kept.
 */
import { useSignal } from "@preact/signals";
import { dayOf } from "../../../shared/dates.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { goalsOf } from "../../../shared/rules/goals.ts";
import { Button } from "../../components/Button.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { type Form, useDraft } from "../../draft.ts";
import { today } from "../../state.ts";
import { DRAFT_VERSION, draftFrom, type GoalDraft, goalIn } from "./form.ts";
import { GoalReview } from "./GoalReview.tsx";
import { GoalSays } from "./GoalSays.tsx";
import { GoalSteps } from "./GoalSteps.tsx";
import { type Saver, useHeld } from "./saving.ts";
import { useTrying } from "./trying.tsx";
import { t } from "./words.ts";

export interface InCheckInProps {
  goals: readonly Entry<"goal">[];
  save: Saver;
  onSave?: () => unknown;
  withPerson?: string;
}

export function InCheckIn({ goals, save, onSave, withPerson }: InCheckInProps) {
  const { active } = goalsOf(goals);
  const before = useSignal(active.filter((goal) => !isOfToday(goal)).map(({ id }) => id)).value;
  const made = active.filter((goal) => isOfToday(goal) && !before.includes(goal.id));
  const making = useSignal(active.length === 0);
  const keep: Saver = async (goal, entry) => {
    await save(goal, entry);
    await onSave?.();
  };
  const shown = goals.filter(({ id }) => before.includes(id));
  const New = withPerson ? HeldNew : KeptNew;
  return (
    <>
      {!withPerson && <NotWatched />}
      <GoalReview
        goals={shown} withPerson={withPerson}
        onSave={async (entry, after, next) => {
          await keep(after, entry);
          if (next === "another") making.value = true;
        }}
      />
      {made.map((goal) => <Made key={goal.id} goal={goal} save={keep} withPerson={withPerson ?? ""} />)}
      {making.value
        ? <New save={keep} withPerson={withPerson ?? ""} made={() => (making.value = false)} />
        : <Button kind="quiet" press={() => (making.value = true)}>{t(goals.length ? "goals-another" : "goals-new")}</Button>}
    </>
  );
}

const isOfToday = ({ body, versions }: Entry<"goal">): boolean => !body.reviewed && dayOf(versions[0]!.at) === today.value;

function Made({ goal, save, withPerson }: { goal: Entry<"goal">; save: Saver; withPerson: string }) {
  const changing = useSignal(false);
  const Changed = withPerson ? HeldNew : KeptNew;
  return (
    <article class="goal">
      <h2>{goal.body.goal}</h2>
      {changing.value ? <Changed goal={goal} save={save} withPerson={withPerson} made={() => (changing.value = false)} /> : (
        <>
          <GoalSays goal={goal.body} />
          <Button kind="quiet" label={t("goals-change-of", { goal: goal.body.goal })} press={() => (changing.value = true)}>{t("goals-change")}</Button>
        </>
      )}
    </article>
  );
}

interface NewProps {
  /** the one to change; none: a new one */
  goal?: Entry<"goal">;
  save: Saver;
  withPerson: string;
  made: () => void;
}

const nameOf = ({ goal }: NewProps) => `goal ${goal ? `${goal.id} in a check-in` : "new"}`;
const begun = ({ goal }: NewProps) => (): GoalDraft => ({ ...draftFrom(goal), ...(goal && { step: "action" }) });
const KeptNew = (props: NewProps) => <New {...props} form={useDraft(nameOf(props), DRAFT_VERSION, begun(props))} />;
const HeldNew = (props: NewProps) => <New {...props} form={useHeld(`${props.withPerson} ${nameOf(props)}`, begun(props))} />;

function New({ goal, save, withPerson, made, form }: NewProps & { form: Form<GoalDraft> }) {
  const trying = useTrying(withPerson !== "");
  if (!form.value.value) return null;
  const finish = async () => {
    if (!(await trying.try(() => save(goalIn(form.value.value!, goal?.body), goal)))) return;
    await form.done();
    made();
  };
  return <GoalSteps form={form} save={finish} trouble={<trying.Trouble />} />;
}
