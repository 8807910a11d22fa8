import { useSignal } from "@preact/signals";
import { askAt, NoAnswer } from "../../../shared/api/client.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { entryOf } from "../../../shared/record/versions.ts";
import { type Kept, type Row, versionOf } from "../../../shared/record/wire.ts";
import { planNow } from "../../../shared/rules/adapting.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { DayPicker, isDayInReach } from "../../components/DayPicker.tsx";
import { NoteField } from "../../components/NoteField.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { focusHeading } from "../../focus.ts";
import { locale } from "../../messages.ts";
import { FIRST_PROGRAMME, programmeOf } from "../../programmes.ts";
import { reasonOf } from "../../reasons.ts";
import { me, today } from "../../state.ts";
import { lineOf } from "../diary/words.ts";
import { ExerciseFields } from "./ExerciseFields.tsx";
import { type Form, formFor, type Missing, missingIn, next, versionIn, type What } from "./form.ts";
import type { Opened } from "./opening.ts";
import { PainFields } from "./PainFields.tsx";
import { nameOf, t } from "./words.ts";

interface WriteForProps {
  record: Opened;
  /** an entry was kept under its number */
  kept: (row: Row) => void;
  back: () => void;
}

/** An entry that somebody said on the telephone or wrote on paper. When it cannot be sent, everything stays in the form. */
export function WriteFor({ record, kept, back }: WriteForProps) {
  const held = formFor(record.person, today.value, record.ways);
  const missing = useSignal<Missing | null>(null);
  const trouble = useSignal("");
  const saved = useSignal<string[]>([]);
  const form = held.value;
  const called = nameOf(record.called);
  const followed = planNow(record.entries)?.body ?? FIRST_PROGRAMME;
  const programme = programmeOf(followed);
  const change = (changes: Partial<Form>) => (held.value = { ...held.value, ...changes });
  const save = async () => {
    trouble.value = "";
    missing.value = missingIn(form);
    if (missing.value) return setTimeout(() => document.querySelector<HTMLElement>(".field.wrong :is(input, select)")?.focus());
    if (!isDayInReach(form.day, today.value)) return document.querySelector<HTMLInputElement>(".day-field input")?.focus();
    try {
      const row = await send(record.person, form, followed.programme);
      kept(row);
      saved.value = [savedWords(row), ...saved.value];
      announce(saved.value[0]!);
      held.value = next(form);
      scrollTo(0, 0);
      focusHeading();
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : error instanceof NoAnswer ? t("write-offline") : t("write-failed", { reason: reasonOf(error) });
    }
  };
  const wrong = (field: Missing) => missing.value === field && missingIn(form) === field;
  return (
    <Page title={t("write-title", { called })}>
      {saved.value.length > 0 && (
        <Notice title={t("write-saved", { called })}>
          <ul class="saved-list">{saved.value.map((words, index) => <li key={saved.value.length - index}>{words}</li>)}</ul>
          <Button kind="quiet" press={back}>{t("write-finished", { called })}</Button>
        </Notice>
      )}
      <form onSubmit={(event) => event.preventDefault()} noValidate>
        <Choices
          question={t("write-how")} options={record.ways} words={(how) => t("write-way", { how })} chosen={form.how}
          choose={(how) => change({ how: how as Form["how"] })} wrong={wrong("how") ? t("write-how-needed") : ""}
        />
        <Choices
          question={t("write-what")} options={WHAT.filter((what) => record.writes.includes(what))} words={(what) => t("write-kind", { what })} chosen={form.what}
          choose={(what) => change({ what: what as What, score: null })} wrong={wrong("what") ? t("write-what-needed") : ""}
        />
        <DayPicker key={saved.value.length} question={t("write-day")} today={today.value} value={form.day} choose={(day) => change({ day })} />
        {form.what === "pain" && <PainFields form={form} change={change} wrong={wrong} />}
        {form.what === "exercise" && programme && (
          <ExerciseFields form={form} change={change} wrong={wrong} programme={programme} entries={record.entries} />
        )}
        {form.what && record.writes.includes("notes") && (
          <NoteField question={t("write-note")} hint={t("write-note-hint", { called })} value={form.note} change={(note) => change({ note })} />
        )}
        {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
        <div class="buttons">
          <Button submit press={save}>{t("write-save", { called })}</Button>
          {!saved.value.length && <Button kind="quiet" press={back}>{t("write-back", { called })}</Button>}
        </div>
      </form>
    </Page>
  );
}

/** What can be written down for somebody, each by the part of a diary that it belongs to. */
export const WHAT: What[] = ["pain", "exercise"];

interface ChoicesProps {
  question: string;
  options: readonly string[];
  words: (option: string) => string;
  chosen: string | null;
  choose: (option: string) => void;
  wrong: string;
}

export function Choices({ question, options, words, chosen, choose, wrong }: ChoicesProps) {
  return (
    <fieldset class={wrong ? "field wrong" : "field"}>
      <legend class="question">{question}</legend>
      {wrong && <span class="wrong-words" role="alert">{wrong}</span>}
      <div class="choices">
        {options.map((option) => (
          <Choice key={option} kind="radio" name={question} value={option} chosen={chosen === option} choose={() => choose(option)}>
            {words(option)}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

async function send(person: string, form: Form, programme: string): Promise<Row> {
  const version = versionIn(form, programme);
  const { number } = await withProof(() => askAt("PUT /api/people/{person}/entries/{id}", { person, id: form.id }, version));
  const { person: by, device } = me.value!;
  return { ...version, number, by, device, received_at: new Date().toISOString() } as Row;
}

function savedWords(row: Row): string {
  const entry = entryOf([versionOf(row as Kept, { number: row.number, received_at: row.received_at, refused: null })]);
  return `${shortDayWords(entry.day, locale)}: ${lineOf(entry)}`;
}
