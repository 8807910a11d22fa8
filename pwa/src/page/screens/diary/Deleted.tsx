import { shortDayWords } from "../../../shared/datewords.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { planOf } from "../../../shared/rules/sessions.ts";
import { Fold } from "../../components/Fold.tsx";
import { locale } from "../../messages.ts";
import { changed, entries, record } from "../../state.ts";
import { briefOf, lineOf, madeAt, t } from "./words.ts";

/** Deleted entries shown; who wants an older one back has the whole record in their own copy. */
const SHOWN = 50;

/** What was deleted, the last first: each can be brought back on its own screen. */
export function Deleted() {
  changed.value;
  const gone = record.value!.all().filter((entry) => entry.gone && !isReplaced(entry)).sort((a, b) => (a.head.id < b.head.id ? 1 : -1));
  if (!gone.length) return null;
  return (
    <Fold words={t("diary-deleted", { count: gone.length })}>
      <p class="soft">{t(gone.length > SHOWN ? "diary-deleted-last" : "diary-deleted-words", { count: SHOWN })}</p>
      <ul class="rows">
        {gone.slice(0, SHOWN).map((entry) => (
          <li key={entry.id}>
            <a class="row done" href={`/diary/${entry.id}`}>
              <span class="grow">
                <span class="what">{lineOf(entry)}</span>
                <span class="detail">{[shortDayWords(entry.day, locale), ...briefOf(entry.kind, entry.body)].join(" · ")}</span>
                <span class="detail">{t("history-gone", { when: madeAt(entry.head) })}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** There is one plan at a time: an old one that came back would only stand in the way. An answer that was taken back was never given. */
function isReplaced({ kind, body }: Entry): boolean {
  if (kind === "answer") return true;
  return kind === "plan" && planOf(entries.value, (body as Entry<"plan">["body"]).programme) !== undefined;
}
