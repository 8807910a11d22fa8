import { useSignal } from "@preact/signals";
import type { Day } from "../../../shared/dates.ts";
import { dayWords, timeWords } from "../../../shared/datewords.ts";
import type { Bodies, Kind } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { Button } from "../../components/Button.tsx";
import { locale } from "../../messages.ts";
import { checkInAnswers } from "../diary/check-in-words.ts";
import { detailsOf, lineOf, noteOf } from "../diary/words.ts";
import { CheckInSays } from "./CheckInSays.tsx";
import type { Opened } from "./opening.ts";
import { Trouble } from "./Person.tsx";
import { nameOf, t } from "./words.ts";

/** Days shown at once; older ones come on request. */
const DAYS = 7;
/** Kinds with so much to say that each part has its own line. */
const LISTED: readonly Kind[] = ["check-in", "goal", "score"];

/** Kinds that are read in their own place: above the diary, and in their support. */
const ELSEWHERE: readonly Kind[] = ["about", "prescription", "answer"];

/** Day by day what was written, by whom and how. */
export function Entries({ record, older }: { record: Opened; older: () => Promise<void> }) {
  const shown = useSignal(DAYS);
  const failed = useSignal<unknown>(null);
  const days = byDay(record.diary.filter((entry) => !ELSEWHERE.includes(entry.kind)));
  if (!days.length) return null;
  const hidden = days.length > shown.value;
  const more = async () => {
    failed.value = null;
    try {
      if (!hidden) await older();
      shown.value += DAYS;
    } catch (error) {
      failed.value = error;
    }
  };
  return (
    <section>
      <h2>{t("person-entries")}</h2>
      {days.slice(0, shown.value).map(([day, found]) => (
        <section key={day}>
          <h3>{dayWords(day, locale)}</h3>
          <Day found={found} record={record} />
        </section>
      ))}
      {failed.value !== null && <Trouble error={failed.value} again={more} />}
      {(hidden || record.more) && <Button kind="quiet" wide press={more}>{t("person-older")}</Button>}
    </section>
  );
}

/** Who wrote is said once for a day on which one person wrote it all. */
function Day({ found, record }: { found: Entry[]; record: Opened }) {
  const writers = new Set(found.map((entry) => writtenBy(entry, record)));
  return (
    <>
      {writers.size === 1 && <p class="soft small written-by">{[...writers][0]}</p>}
      <ul class="written">
        {found.map((entry) => (
          <li key={entry.id}>
            <Line entry={entry} />
            {writers.size > 1 && <span class="detail">{writtenBy(entry, record)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ entry }: { entry: Entry }) {
  const time = entry.head.picked ? [] : [timeWords(entry.at)];
  const details = detailsOf(entry.kind, entry.body);
  const checkIn = entry.kind === "check-in" ? (entry.body as Bodies["check-in"]) : null;
  const answers = checkIn ? checkInAnswers(checkIn.answers) : [];
  const rest = LISTED.includes(entry.kind) ? details.filter((line) => !answers.includes(line)) : [details.join(" · ")];
  const note = noteOf(entry.body);
  return (
    <>
      <strong>{lineOf(entry)}</strong>
      <div class="details">
        {[[...time, rest[0]].filter(Boolean).join(" · "), ...rest.slice(1)].filter(Boolean).map((line) => <span key={line} class="detail">{line}</span>)}
        {checkIn && <CheckInSays answers={checkIn.answers} />}
      </div>
      {note && <span class="note">{t("person-note", { note })}</span>}
    </>
  );
}

/** "Written by Margaret", or who else wrote it for her and how. */
function writtenBy({ head, versions }: Entry, { person, called, names }: Opened): string {
  const by = head.by ?? person;
  const name = by === person ? nameOf(called) : (names[by] ?? t("person-somebody"));
  return t(versions.length > 1 ? "person-changed-by" : "person-written-by", { name, how: head.how });
}

function byDay(entries: Entry[]): [Day, Entry[]][] {
  const days = new Map<Day, Entry[]>();
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return [...days].sort(([a], [b]) => (a < b ? 1 : -1));
}
