import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords, timeWords } from "../../../shared/datewords.ts";
import type { Entry, Version } from "../../../shared/record/versions.ts";
import { Fold } from "../../components/Fold.tsx";
import { locale } from "../../messages.ts";
import { detailsOf, lineOf, noteOf, t } from "./words.ts";

/** Every version before this one, newest first: nothing that was written is ever lost. */
export function History({ entry }: { entry: Entry }) {
  const earlier = entry.versions.filter((version) => version !== entry.head).reverse();
  if (!earlier.length) return null;
  return (
    <Fold words={t("history-count", { count: earlier.length })}>
      <ol class="rows">
        {earlier.map((version) => (
          <li key={version.id} class="row done">
            <span class="grow">
              <span class="what">{says(version)}</span>
              <span class="detail">{t(step(version), { when: madeAt(version.id) })}</span>
            </span>
          </li>
        ))}
      </ol>
    </Fold>
  );
}

function says({ kind, body }: Version): string {
  return body ? [lineOf(kind, body), ...detailsOf(kind, body), noteOf(body)].filter(Boolean).join(" · ") : t("history-deleted");
}

function step(version: Version): string {
  if (version.gone) return "history-gone";
  return version.previous ? "history-changed" : "history-first";
}

/** When a version was written: its id begins with that instant in milliseconds (UUIDv7). */
function madeAt(id: string): string {
  const made = localTime(new Date(parseInt(id.replace("-", "").slice(0, 12), 16)), phoneClock.zone());
  return `${dateWords(dayOf(made), locale)}, ${timeWords(made)}`;
}
