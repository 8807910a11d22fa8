import { useId } from "preact/hooks";
import type { Next } from "../../../shared/rules/goals.ts";
import { Choice } from "../../components/Choice.tsx";
import { Action, Sure } from "./Action.tsx";
import { Own } from "./Own.tsx";
import { goesOn, NEXT, type ReviewDraft, type ReviewMissing, WENT } from "./review-form.ts";
import { ReviewOn } from "./ReviewOn.tsx";
import { t } from "./words.ts";

interface ReviewFieldsProps {
  draft: ReviewDraft;
  change: (changes: Partial<ReviewDraft>) => void;
  wrong: ReviewMissing | null;
}

/** The questions of a look back; a smaller step is made in the same place. */
export function ReviewFields({ draft, change, wrong }: ReviewFieldsProps) {
  /** How sure is asked anew of a step that becomes smaller. */
  const choose = (next: Next) => change(next === "smaller" && draft.next !== "smaller" ? { next, before: draft.sure ?? draft.before, sure: null } : { next });
  return (
    <>
      <Choices
        question={t("goals-review-went")} options={WENT} words={(went) => t("goals-went", { went })} chosen={draft.went}
        choose={(went) => change({ went })} wrong={wrong === "went" ? t("goals-review-went-needed") : ""}
      />
      <div role="status">{draft.went === "not" && <p>{t("goals-review-kindly")}</p>}</div>
      <Own question={t("goals-helped")} hint={t("goals-helped-hint")} value={draft.helped} change={(helped) => change({ helped })} />
      <Choices
        question={t("goals-review-next")} options={NEXT} words={(next) => t("goals-what-next", { next })} chosen={draft.next}
        choose={choose} wrong={wrong === "next" ? t("goals-review-next-needed") : ""}
      />
      {draft.next === "smaller" && (
        <>
          <Action draft={draft} change={change} wrong={wrong === "what" ? t("goals-what-needed") : undefined} smaller />
          {draft.what.trim() && <Sure draft={draft} change={change} smaller={() => change({ before: draft.sure, sure: null })} />}
        </>
      )}
      {goesOn(draft) && <ReviewOn value={draft.review_on} choose={(review_on) => change({ review_on })} />}
    </>
  );
}

interface ChoicesProps<T extends string> {
  question: string;
  options: readonly T[];
  words: (option: T) => string;
  chosen: T | null;
  choose: (option: T) => void;
  wrong: string;
}

function Choices<T extends string>({ question, options, words, chosen, choose, wrong }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset class={wrong ? "field wrong" : "field"}>
      <legend class="question">{question}</legend>
      {wrong && <span class="wrong-words" role="alert">{wrong}</span>}
      <div class="choices">
        {options.map((option) => (
          <Choice key={option} kind="radio" name={name} value={option} chosen={chosen === option} choose={() => choose(option)}>{words(option)}</Choice>
        ))}
      </div>
    </fieldset>
  );
}
