import { useSignal } from "@preact/signals";
import type { Day } from "../../../shared/dates.ts";
import { shortDayWords, timeWords } from "../../../shared/datewords.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import type { ScreenProps } from "../../screens.ts";
import { entries } from "../../state.ts";
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

/** Entries come newest first, and so do the days. */
function byDay(found: Entry[]): [Day, Entry[]][] {
  const days = new Map<Day, Entry[]>();
  for (const entry of found) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return [...days];
}

function EntryRow({ entry }: { entry: Entry }) {
  const time = entry.head.picked ? [] : [timeWords(entry.at)];
  return (
    <a class="row" href={`/diary/${entry.id}`}>
      <span class="grow">
        <span class="what">{lineOf(entry)}</span>
        <span class="detail">{[...time, ...briefOf(entry.kind, entry.body)].join(" · ")}</span>
        {entry.also.length > 0 && <span class="detail">{t("also-line")}</span>}
        <Receipt entry={entry} />
      </span>
    </a>
  );
}
