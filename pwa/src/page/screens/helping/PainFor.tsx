import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { localTimeOn, phoneClock } from "../../../shared/dates.ts";
import type { Record } from "../../../shared/record/record.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Helped } from "../../../shared/store/others.ts";
import { BodyMap } from "../../components/BodyMap.tsx";
import { Button } from "../../components/Button.tsx";
import { DayPicker, isDayInReach } from "../../components/DayPicker.tsx";
import { Fold } from "../../components/Fold.tsx";
import { NoteField } from "../../components/NoteField.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Scale } from "../../components/Scale.tsx";
import { useDraft } from "../../draft.ts";
import { go } from "../../router.ts";
import { lists, today } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { regionNames } from "../diary/words.ts";
import type { PainForm } from "../pain/form.ts";
import { calledOf, t } from "./words.ts";

interface PainForProps {
  share: Helped;
  record: Record;
  banner: ComponentChildren;
}

/** Pain as somebody told it to whoever helps them. It is marked with who wrote it down. */
export function PainFor({ share, record, banner }: PainForProps) {
  const { subject, scopes } = share;
  const called = calledOf(share);
  const draft = useDraft<PainForm>(`pain for ${subject}`, 1, () => ({ score: null, regions: [], note: "", day: null }));
  const saving = useSaving();
  const incomplete = useSignal(false);
  const form = draft.value.value;
  const frame = { title: t("helping-pain", { called }), back: { to: `/helping/${subject}`, words: called } };
  if (!form) return <Page {...frame}>{banner}</Page>;
  const save = async () => {
    incomplete.value = form.score === null;
    if (form.score === null) return document.querySelector<HTMLInputElement>(".scale input")?.focus();
    if (form.day !== null && !isDayInReach(form.day, today.value)) return document.querySelector<HTMLInputElement>(".day-field input")?.focus();
    let saved: Entry | undefined;
    if (!(await saving.try(async () => (saved = await savePain(record, form))))) return;
    await draft.done();
    go(`/helping/${subject}`);
    offerUndo({ words: t("helping-saved", { called, score: String(form.score) }), undo: () => takeBack(record, saved!.id) });
  };
  return (
    <Page {...frame}>
      {banner}
      <div class={incomplete.value && form.score === null ? "field wrong" : "field"}>
        {incomplete.value && form.score === null && <p class="wrong-words" role="alert">{t("helping-score-needed")}</p>}
        <Scale
          question={t("helping-score", { called })} low={t("helping-low")} high={t("helping-high")}
          value={form.score} choose={(score) => draft.change({ score })}
        />
      </div>
      {lists.value && (
        <Fold words={form.regions.length ? regionNames(form.regions) : t("helping-where")}>
          <BodyMap regions={lists.value.regions} chosen={form.regions} choose={(regions) => draft.change({ regions })} />
        </Fold>
      )}
      {scopes.includes("notes") && (
        <Fold words={t("helping-note-open")} open={form.note !== ""}>
          <NoteField question={t("helping-note")} hint={t("helping-note-hint", { called })} value={form.note} change={(note) => draft.change({ note })} />
        </Fold>
      )}
      <Fold words={t("helping-day-change")} open={form.day !== null}>
        <DayPicker
          question={t("helping-day")} today={today.value} value={form.day ?? today.value}
          choose={(day) => draft.change({ day: day === today.value ? null : day })}
        />
      </Fold>
      <saving.Trouble />
      <div class="thumb"><Button press={save}>{t("helping-save")}</Button></div>
    </Page>
  );
}

function savePain(record: Record, { score, regions, note, day }: PainForm): Promise<Entry> {
  const said = note.trim();
  const when = day === null ? {} : { at: localTimeOn(day, "12:00", phoneClock.zone()), picked: true };
  return record.save("pain", { score: score!, regions, ...(said && { note: said }) }, when);
}

/** The screen that saved it is closed by now, and its record with it. */
async function takeBack(closed: Record, id: string): Promise<void> {
  const { Record: Opened } = await import("../../../shared/record/record.ts");
  const record = await Opened.open(closed.store, closed.subject, closed.clock, closed.how);
  try {
    await record.remove(id);
  } finally {
    record.close();
  }
}
