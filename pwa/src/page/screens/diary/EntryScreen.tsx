import { dayWords, timeWords } from "../../../shared/datewords.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { locale } from "../../messages.ts";
import { go } from "../../router.ts";
import { changed, record } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { Also } from "./Also.tsx";
import { History } from "./History.tsx";
import { detailsOf, lineOf, noteOf, t } from "./words.ts";

const back = { to: "/diary", words: t("diary-title") };

/** One entry: what it says, where it is, what was said before, and what can be done with it. */
export function EntryScreen({ id }: { id: string }) {
  changed.value;
  const entry = record.value!.entry(id);
  if (!entry) return <Page title={t("entry-missing")} back={back}><p>{t("entry-missing-words")}</p></Page>;
  return (
    <Page title={entry.gone ? t("entry-gone") : lineOf(entry)} back={back}>
      {entry.gone && <p>{lineOf(entry)}</p>}
      <Facts entry={entry} />
      {!entry.gone && <Also entry={entry} />}
      <Actions entry={entry} />
      <History entry={entry} />
    </Page>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const time = entry.head.picked ? "" : `, ${timeWords(entry.at)}`;
  const details = detailsOf(entry.kind, entry.body);
  const note = noteOf(entry.body);
  return (
    <dl class="pairs">
      <dt>{t("entry-when")}</dt>
      <dd>{dayWords(entry.day, locale) + time}</dd>
      {details.length > 0 && (
        <>
          <dt>{t(entry.kind === "pain" ? "entry-where" : "entry-what")}</dt>
          <dd>{details.join(" · ")}</dd>
        </>
      )}
      {note && (
        <>
          <dt>{t("entry-note")}</dt>
          <dd class="note">{note}</dd>
        </>
      )}
      <dt>{t("entry-receipt")}</dt>
      <dd>
        <Receipt entry={entry} />
      </dd>
    </dl>
  );
}

function Actions({ entry }: { entry: Entry }) {
  const saving = useSaving();
  const held = record.value!;
  // Every change of a plan is a version of its one entry, so that deleting a change would delete the plan.
  const isPlan = entry.kind === "plan";
  const restore = () => saving.try(() => held.restore(entry.id));
  const remove = () =>
    saving.try(async () => {
      await held.remove(entry.id);
      go("/diary", { replace: true });
      offerUndo({ words: t("entry-deleted"), undo: () => held.restore(entry.id) });
    });
  return (
    <>
      <saving.Trouble />
      <div class="buttons">
        {entry.gone && <Button press={restore}>{t("entry-restore")}</Button>}
        {entry.state === "refused" && <Button kind="quiet" press={() => held.tryAgain(entry.head.id)}>{t("entry-send-again")}</Button>}
        {entry.kind === "pain" && !entry.gone && <a class="button" href={`/pain/${entry.id}`}>{t("entry-change")}</a>}
        {!entry.gone && !isPlan && <Button kind="stop" press={remove}>{t("entry-delete")}</Button>}
        {!entry.gone && isPlan && <a class="button" href="/plan">{t("entry-to-plan")}</a>}
      </div>
    </>
  );
}
