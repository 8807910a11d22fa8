import { localTime, phoneClock } from "../../../shared/dates.ts";
import type { Exercise } from "../../../shared/content/types.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { NoteField } from "../../components/NoteField.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Scale } from "../../components/Scale.tsx";
import { record } from "../../state.ts";
import { type Answers, type Session, entryOf } from "./session.ts";
import { t } from "./words.ts";

interface AfterProps {
  session: Session;
  answers: Answers;
  facts: Exercise;
  put: (session: Session) => void;
  /** Given the id of the saved entry. */
  saved: (entry: string) => void;
}

/** How it went. Only the first question has to be answered, and the player has already filled it in. */
export function After({ session, answers, facts, put, saved }: AfterProps) {
  const saving = useSaving();
  const answer = (some: Partial<Answers>) => put({ ...session, answers: { ...answers, ...some } });
  const save = () =>
    saving.try(async () => {
      const at = localTime(new Date(session.ended_at ?? Date.now()), phoneClock.zone());
      saved((await record.value!.save("exercise", entryOf(session, answers), { at })).id);
    });
  const felt = answers.outcome !== "skipped";
  return (
    <Page title={t("exercise-after-title")}>
      <p><strong>{facts.title}</strong></p>
      <fieldset>
        <legend class="question">{t("exercise-outcome")}</legend>
        <div class="choices">
          {(["done", "part", "skipped"] as const).map((outcome) => (
            <Choice key={outcome} kind="radio" name="outcome" value={outcome} chosen={answers.outcome === outcome} choose={() => answer({ outcome })}>
              {t(`exercise-outcome-${outcome}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      {felt && <Felt answers={answers} answer={answer} />}
      <NoteField question={t("exercise-note")} hint={t("exercise-note-hint")} value={answers.note} change={(note) => answer({ note })} />
      <saving.Trouble />
      <div class="thumb"><Button press={save}>{t("exercise-save")}</Button></div>
    </Page>
  );
}

function Felt({ answers, answer }: { answers: Answers; answer: (some: Partial<Answers>) => void }) {
  return (
    <>
      <Scale
        question={t("exercise-pain")} low={t("exercise-pain-low")} high={t("exercise-pain-high")}
        value={answers.pain} choose={(pain) => answer({ pain })}
      />
      <Scale
        question={t("exercise-effort")} low={t("exercise-effort-low")} high={t("exercise-effort-high")}
        value={answers.effort} choose={(effort) => answer({ effort })}
      />
      <fieldset>
        <legend class="question">{t("exercise-confident")}</legend>
        <div class="choices">
          {([true, false] as const).map((sure) => (
            <Choice
              key={String(sure)} kind="radio" name="confident" value={String(sure)}
              chosen={answers.confident === sure} choose={() => answer({ confident: sure })}
            >
              {t(sure ? "exercise-yes" : "exercise-no")}
            </Choice>
          ))}
        </div>
      </fieldset>
    </>
  );
}
