import type { Entry } from "../../../shared/record/versions.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { Icon } from "../../components/Icon.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { locale } from "../../messages.ts";
import { t } from "./words.ts";

/** Entries the server would not take: each stays here with its reason until the person changes or deletes it. */
export function Refused({ entries }: { entries: Entry[] }) {
  return (
    <section>
      <h2>{t("sending-refused")}</h2>
      <p>{t("sending-refused-words")}</p>
      <ul class="rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a class="row" href={`/diary/${entry.id}`}>
              <span class="grow">
                <span class="what">{shortDayWords(entry.day, locale)}</span>
                <Receipt entry={entry} />
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
