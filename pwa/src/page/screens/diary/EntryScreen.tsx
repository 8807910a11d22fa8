import { dayWords, timeWords } from "../../../shared/datewords.ts";
import type { Kind } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { locale } from "../../messages.ts";
import { go } from "../../router.ts";
import { changed, record } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { writtenWords } from "../../written.ts";
import { Also } from "./Also.tsx";
import { History } from "./History.tsx";
import { detailsOf, lineOf, noteOf, t } from "./words.ts";

const back = { to: "/diary", words: t("diary-title") };

/** Kinds of which every change is a version of one entry, so that deleting a change would delete it all. */
const ONE_ENTRY: readonly Kind[] = ["plan", "about", "pathway", "reminding"];
/** What was shown, suggested or answered stays: it is no diary of the person's own. */
const STAYS: readonly Kind[] = ["safety", "prescription", "answer"];

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

/** Details that are read in one line; more stand below each other. */
const FEW = 5;

/** All that an entry says, as pairs. `subject` is whose diary it is in, when it is somebody else's. */
export function Facts({ entry, subject }: { entry: Entry; subject?: string }) {
  const time = entry.head.picked ? "" : `, ${timeWords(entry.at)}`;
  const details = detailsOf(entry.kind, entry.body);
  const note = noteOf(entry.body);
  const written = writtenWords(entry.head, subject);
  return (
    <dl class="pairs">
      <dt>{t("entry-when")}</dt>
      <dd>{dayWords(entry.day, locale) + time}</dd>
      {details.length > 0 && (
        <>
          <dt>{t(entry.kind === "pain" ? "entry-where" : "entry-what")}</dt>
          <dd>{details.length > FEW ? <ul class="facts">{details.map((each) => <li key={each}>{each}</li>)}</ul> : details.join(" · ")}</dd>
        </>
      )}
      {note && (
        <>
          <dt>{t("entry-note")}</dt>
          <dd class="note">{note}</dd>
        </>
      )}
      {written && (
        <>
          <dt>{t("entry-written")}</dt>
          <dd>{written}</dd>
        </>
      )}
      <dt>{t("entry-receipt")}</dt>
      <dd>
        <Receipt entry={entry} own={subject === undefined} />
      </dd>
    </dl>
  );
}

function Actions({ entry }: { entry: Entry }) {
  const saving = useSaving();
  const held = record.value!;
  const isOne = [...ONE_ENTRY, ...STAYS].includes(entry.kind);
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
        {entry.gone && entry.kind !== "answer" && <Button press={restore}>{t("entry-restore")}</Button>}
        {entry.state === "refused" && <Button kind="quiet" press={() => held.tryAgain(entry.head.id)}>{t("entry-send-again")}</Button>}
        {entry.kind === "pain" && !entry.gone && <a class="button" href={`/pain/${entry.id}`}>{t("entry-change")}</a>}
        {entry.kind === "goal" && !entry.gone && <a class="button" href={`/goals/${entry.id}/change`}>{t("entry-change")}</a>}
        {!entry.gone && !isOne && <Button kind="stop" press={remove}>{t("entry-delete")}</Button>}
        {!entry.gone && entry.kind === "plan" && <a class="button" href="/plan">{t("entry-to-plan")}</a>}
        {!entry.gone && entry.kind === "about" && <a class="button" href="/more/about-me">{t("entry-change")}</a>}
        {!entry.gone && suggestionIn(entry) && <a class="button" href={`/suggested/${suggestionIn(entry)}`}>{t("entry-to-suggestion")}</a>}
      </div>
    </>
  );
}

/** The suggestion that an entry is, or is the answer to. */
function suggestionIn({ id, kind, body }: Entry): string | null {
  if (kind === "answer") return (body as Entry<"answer">["body"]).prescription;
  return kind === "prescription" ? id : null;
}
