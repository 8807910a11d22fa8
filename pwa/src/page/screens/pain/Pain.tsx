import { shortDayWords } from "../../../shared/datewords.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { DayPicker, isDayInReach } from "../../components/DayPicker.tsx";
import { NoteField } from "../../components/NoteField.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Scale } from "../../components/Scale.tsx";
import { useDraft } from "../../draft.ts";
import { locale } from "../../messages.ts";
import { go } from "../../router.ts";
import type { ScreenProps } from "../../screens.ts";
import { changed, record, today } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { useSignal } from "@preact/signals";
import { Fold } from "../../components/Fold.tsx";
import { fresh, type PainForm, savePain, takeBack } from "./form.ts";
import { Where } from "./Where.tsx";
import { t } from "./words.ts";

/** Log pain, or with an entry's id in the address change one. */
export default function Pain({ parts: [id] }: ScreenProps) {
  changed.value;
  const before = id === undefined ? undefined : record.value!.entry(id);
  if (id !== undefined && before?.kind !== "pain") return <Missing />;
  return <Form before={before as Entry<"pain"> | undefined} />;
}

function Form({ before }: { before: Entry<"pain"> | undefined }) {
  const draft = useDraft<PainForm>(`pain ${before?.id ?? "new"}`, 1, () => fresh(before));
  const saving = useSaving();
  const incomplete = useSignal(false);
  const form = draft.value.value;
  const title = t(before ? "pain-change-title" : "pain-title");
  const back = before ? { to: `/diary/${before.id}`, words: t("to-entry") } : { to: "/", words: t("nav-today") };
  if (!form) return <Page title={title} back={back}>{null}</Page>;

  const save = async () => {
    incomplete.value = form.score === null;
    if (form.score === null) return document.querySelector<HTMLInputElement>(".scale input")?.focus();
    if (form.day !== null && !isDayInReach(form.day, today.value)) return document.querySelector<HTMLInputElement>(".day-field input")?.focus();
    let saved: Entry<"pain"> | undefined;
    if (!(await saving.try(async () => (saved = await savePain(form, before))))) return;
    await draft.done();
    go(before ? `/diary/${before.id}` : "/");
    offerUndo({ words: savedWords(form, before), entry: saved!.id, undo: () => takeBack(saved!, before) });
  };

  return (
    <Page title={title} back={back}>
      {draft.restored.value && (
        <Notice>
          <p>{t("pain-draft")}</p>
          <Button kind="plain" press={draft.startAgain}>{t("pain-draft-clear")}</Button>
        </Notice>
      )}
      <div class={incomplete.value && form.score === null ? "field wrong" : "field"}>
        {incomplete.value && form.score === null && <p class="wrong-words" role="alert">{t("pain-score-needed")}</p>}
        <Scale
          question={t(form.day ? "pain-score-day" : "pain-score")}
          low={t("pain-low")}
          high={t("pain-high")}
          value={form.score}
          choose={(score) => draft.change({ score })}
        />
      </div>
      <Where chosen={form.regions} first={before === undefined} choose={(regions) => draft.change({ regions })} />
      <Fold words={t("pain-note-open")} open={form.note !== ""}>
        <NoteField question={t("pain-note")} hint={t("pain-note-hint")} value={form.note} change={(note) => draft.change({ note })} />
      </Fold>
      <Fold key={String(draft.restored.value)} words={t("pain-day-change")} open={form.day !== null}>
        <DayPicker
          question={t("pain-day")}
          today={today.value}
          value={form.day ?? today.value}
          choose={(day) => draft.change({ day: day === today.value && !before ? null : day })}
        />
      </Fold>
      <saving.Trouble />
      <div class="thumb">
        <Button press={save}>{t(before ? "pain-save-change" : "pain-save")}</Button>
      </div>
    </Page>
  );
}

function savedWords({ score, day }: PainForm, before: Entry<"pain"> | undefined): string {
  if (before) return t("pain-changed");
  if (day === null) return t("pain-saved", { score: String(score) });
  return t("pain-saved-on", { score: String(score), day: shortDayWords(day, locale) });
}

function Missing() {
  return (
    <Page title={t("pain-missing")} back={{ to: "/diary", words: t("pain-to-diary") }}>
      <p>{t("pain-missing-words")}</p>
    </Page>
  );
}
