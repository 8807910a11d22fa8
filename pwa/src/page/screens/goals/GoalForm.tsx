/**
 * The screen on which a goal is made or changed.
 *
 * Props: `before` is the goal to change (none: a new one); `save` is where it goes (`inOwnRecord`, or for staff one that
 * sends it to the person's record); `title` and `back` are those of the screen; `saved` is told once it is kept;
 * `withPerson`: whose goal staff write with them: then the form is held in memory and never on the device.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Goal } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Page } from "../../components/Page.tsx";
import { type Form, useDraft } from "../../draft.ts";
import { DRAFT_VERSION, draftFrom, type GoalDraft, goalIn } from "./form.ts";
import { GoalSteps } from "./GoalSteps.tsx";
import { type Saver, useHeld } from "./saving.ts";
import { useTrying } from "./trying.tsx";
import { t } from "./words.ts";

export interface GoalFormProps {
  before?: Entry<"goal">;
  save: Saver;
  saved: (goal: Goal, kept: unknown) => unknown;
  title: string;
  back: { to: string; words: string };
  withPerson?: string;
}

export function GoalForm(props: GoalFormProps) {
  return props.withPerson ? <Held {...props} person={props.withPerson} /> : <Kept {...props} />;
}

const nameOf = (before?: Entry<"goal">) => `goal ${before?.id ?? "new"}`;

function Kept(props: GoalFormProps) {
  return <Whole {...props} form={useDraft(nameOf(props.before), DRAFT_VERSION, () => draftFrom(props.before))} />;
}

function Held({ person, ...props }: GoalFormProps & { person: string }) {
  return <Whole {...props} form={useHeld(`${person} ${nameOf(props.before)}`, () => draftFrom(props.before))} />;
}

function Whole({ before, save, saved, title, back, withPerson, form }: GoalFormProps & { form: Form<GoalDraft> }) {
  const trying = useTrying(withPerson !== undefined);
  const overtaken = useOvertaken(form, before);
  const draft = form.value.value;
  if (!draft) return <Page title={title} back={back}>{null}</Page>;
  const finish = async () => {
    const goal = goalIn(draft, before?.body);
    let kept: unknown;
    overtaken.saving.current = true;
    const done = await trying.try(async () => (kept = await save(goal, before)));
    if (!done) return void (overtaken.saving.current = false);
    await form.done();
    saved(goal, kept);
  };
  return (
    <Page title={title} back={back}>
      {overtaken.said.value && <Notice kind="warm"><p>{t("goals-overtaken")}</p></Notice>}
      {form.restored.value && (
        <Notice>
          <p>{t("goals-draft")}</p>
          <Button kind="plain" press={form.startAgain}>{t("goals-draft-clear")}</Button>
        </Notice>
      )}
      {withPerson === undefined && <NotWatched />}
      <GoalSteps form={form} save={finish} trouble={<trying.Trouble />} />
    </Page>
  );
}

/** Begins again from the goal as it is, and says so, when it was changed elsewhere: saving must not undo that unseen. */
function useOvertaken(form: Form<GoalDraft>, before?: Entry<"goal">) {
  const said = useSignal(false);
  const saving = useRef(false);
  const draft = form.value.value;
  const overtaken = draft !== null && draft.from !== (before?.head.id ?? null);
  useEffect(() => {
    if (!overtaken || saving.current) return;
    form.startAgain();
    said.value = true;
    announce(t("goals-overtaken"));
  }, [overtaken]);
  return { said, saving };
}
