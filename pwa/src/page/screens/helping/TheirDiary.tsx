import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { shortDayWords } from "../../../shared/datewords.ts";
import type { Record } from "../../../shared/record/record.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Helped } from "../../../shared/store/others.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { go } from "../../router.ts";
import { me } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { byDay } from "../diary/by-day.ts";
import { EntryRow } from "../diary/Diary.tsx";
import { Facts } from "../diary/EntryScreen.tsx";
import { lineOf } from "../diary/words.ts";
import { scopeWords } from "../sharing/words.ts";
import { calledOf, t } from "./words.ts";

interface TheirProps {
  share: Helped;
  record: Record;
  /** whose diary it is, in sight on every screen of it */
  banner: ComponentChildren;
}

const DAYS = 14;

/** Somebody else's diary, as far as they share it. */
export function TheirDiary({ share, record, banner }: TheirProps) {
  const shown = useSignal(DAYS);
  const { subject } = share;
  const called = calledOf(share);
  const days = byDay(record.entries());
  return (
    <Page title={called} back={{ to: "/helping", words: t("helping-title") }}>
      {banner}
      <p>{t(share.may_write ? "helping-may-write" : "helping-may-look", { called, what: scopeWords(share.scopes) })}</p>
      {share.may_write && share.scopes.includes("pain") && (
        <a class="button wide" href={`/helping/${subject}/pain`}>{t("helping-pain", { called })}</a>
      )}
      {days.length === 0 && <Empty><p>{t("helping-empty")}</p></Empty>}
      {days.slice(0, shown.value).map(([day, found]) => (
        <section key={day}>
          <h2>{shortDayWords(day, locale)}</h2>
          <ul class="rows">
            {found.map((entry) => <li key={entry.id}><EntryRow entry={entry} under={`/helping/${subject}/entry`} subject={subject} /></li>)}
          </ul>
        </section>
      ))}
      {days.length > shown.value && <Button kind="quiet" wide press={() => (shown.value += DAYS)}>{t("helping-more")}</Button>}
    </Page>
  );
}

/** One entry of theirs. What this person wrote themselves they may take back. */
export function TheirEntry({ share, record, banner, id }: TheirProps & { id: string }) {
  const saving = useSaving();
  const entry = record.entry(id);
  const back = { to: `/helping/${share.subject}`, words: calledOf(share) };
  if (!entry) return <Page title={t("helping-entry-missing")} back={back}>{banner}</Page>;
  const remove = () => saving.try(async () => {
    await record.remove(id);
    go(back.to, { replace: true });
    offerUndo({ words: t("helping-deleted"), undo: () => record.restore(id) });
  });
  return (
    <Page title={lineOf(entry)} back={back}>
      {banner}
      <Facts entry={entry} subject={share.subject} />
      <saving.Trouble />
      {share.may_write && !entry.gone && isMine(entry) && (
        <div class="buttons"><Button kind="stop" press={remove}>{t("helping-delete")}</Button></div>
      )}
    </Page>
  );
}

/** Written here, or by this person on another phone. */
const isMine = ({ versions }: Entry): boolean => versions.every(({ by, how }) => how === "carer" && (by === null || by === me.value?.person));
