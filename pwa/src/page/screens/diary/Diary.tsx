import { useSignal } from "@preact/signals";
import { shortDayWords, timeWords } from "../../../shared/datewords.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import type { ScreenProps } from "../../screens.ts";
import { entries } from "../../state.ts";
import { writtenWords } from "../../written.ts";
import { byDay } from "./by-day.ts";
import { Deleted } from "./Deleted.tsx";
import { EntryScreen } from "./EntryScreen.tsx";
import { briefOf, lineOf, t } from "./words.ts";

/** Days shown at once; older ones come on request. */
const DAYS = 14;

export default function Diary({ parts: [id] }: ScreenProps) {
  return id === undefined ? <Days /> : <EntryScreen id={id} />;
}

function Days() {
  const shown = useSignal(DAYS);
  const days = byDay(entries.value);
  return (
    <Page title={t("diary-title")} back={{ to: "/more", words: t("nav-more") }}>
      {days.length === 0 && (
        <Empty>
          <p>{t("diary-empty")}</p>
          <a class="button" href="/pain">{t("log-pain")}</a>
        </Empty>
      )}
      {days.slice(0, shown.value).map(([day, found]) => (
        <section key={day}>
          <h2>{shortDayWords(day, locale)}</h2>
          <ul class="rows">
            {found.map((entry) => (
              <li key={entry.id}>
                <EntryRow entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {days.length > shown.value && (
        <Button kind="quiet" wide press={() => (shown.value += DAYS)}>{t("diary-more")}</Button>
      )}
      <Deleted />
    </Page>
  );
}

interface EntryRowProps {
  entry: Entry;
  /** where its screen is */
  under?: string;
  /** whose diary it is in, when it is somebody else's */
  subject?: string;
}

export function EntryRow({ entry, under = "/diary", subject }: EntryRowProps) {
  const time = entry.head.picked ? [] : [timeWords(entry.at)];
  const written = writtenWords(entry.head, subject);
  return (
    <a class="row" href={`${under}/${entry.id}`}>
      <span class="grow">
        <span class="what">{lineOf(entry)}</span>
        <span class="detail">{[...time, ...briefOf(entry.kind, entry.body)].join(" · ")}</span>
        {written && <span class="detail">{written}</span>}
        {entry.also.length > 0 && <span class="detail">{t("also-line")}</span>}
        <Receipt entry={entry} own={subject === undefined} />
      </span>
    </a>
  );
}
