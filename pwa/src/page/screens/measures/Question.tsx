import { useId } from "preact/hooks";
import type { Item, Value } from "../../../shared/content/questionnaire-types.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Scale } from "../../components/Scale.tsx";
import { NumberQuestion } from "./NumberQuestion.tsx";
import { t } from "./words.ts";

export interface QuestionProps {
  item: Item;
  /** null: not answered */
  value: Value | null;
  /** null takes the answer back. What cannot be taken, such as 12 days in a week, is null too, and comes with what was typed */
  change: (value: Value | null, typed?: string) => void;
  /** what stands in the field and cannot be taken */
  typed?: string | undefined;
  /** somebody wants to go on: what cannot be taken is said now */
  insisting?: boolean;
  /** the person's own words that this item rates */
  named?: string | null;
}

/** One item of a measure, word for word. Nothing is chosen beforehand, and any answer can be taken back. */
export function Question({ named = null, ...props }: QuestionProps) {
  const { item, value, change } = props;
  const question = named ? t("measures-about", { named, question: item.words }) : item.words;
  if (item.kind === "number") return <NumberQuestion {...props} question={question} />;
  if (item.kind === "text") return <TextQuestion {...props} />;
  return (
    <div class="field">
      {item.kind === "scale" ? (
        <Scale
          question={question} {...(item.hint && { hint: item.hint })} low={item.low ?? ""} high={item.high ?? ""}
          value={typeof value === "number" ? value : null} choose={change}
        />
      ) : (
        <Options item={item} question={question} value={value} change={change} />
      )}
      {value !== null && item.optional && <Button kind="plain" press={() => change(null)}>{t("measures-clear")}</Button>}
    </div>
  );
}

function Options({ item, question, value, change }: QuestionProps & { question: string }) {
  const name = useId();
  return (
    <fieldset>
      <legend class="question">
        {question}
        {item.hint && <span class="hint">{item.hint}</span>}
      </legend>
      <div class="choices measure-choices">
        {(item.options ?? []).map((option) => (
          <Choice
            key={option.value} kind="radio" name={name} value={String(option.value)} chosen={value === option.value}
            choose={() => change(option.value)}
          >
            {option.words}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

/** Browsers write fields down to restore a session, in the clear: "off" stops that. */
function TextQuestion({ item, value, change }: QuestionProps) {
  const id = useId();
  const hint = [item.hint, item.optional && t("measures-may-be-empty")].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{item.words}</label>
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
      <input
        id={id} class="input" type="text" autocomplete="off" maxLength={item.max ?? undefined} value={value ?? ""}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => change(event.currentTarget.value.trim() ? event.currentTarget.value : null)}
      />
    </div>
  );
}
