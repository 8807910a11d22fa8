import type { Entry } from "../../../shared/record/versions.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { Icon } from "../../components/Icon.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { locale } from "../../messages.ts";
import { t } from "./words.ts";

interface RefusedProps {
  entries: Entry[];
  /** where one of them opens */
  under?: string;
  /** whose they are, when they were written for somebody else */
  called?: string;
}

/** Entries the server would not take: each stays here with its reason until the person changes or deletes it. */
export function Refused({ entries, under = "/diary", called }: RefusedProps) {
  return (
    <section>
      <h2>{called ? t("sending-refused-for", { called }) : t("sending-refused")}</h2>
      <p>{t(called ? "sending-refused-for-words" : "sending-refused-words")}</p>
      <ul class="rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            <a class="row" href={`${under}/${entry.id}`}>
              <span class="grow">
                <span class="what">{shortDayWords(entry.day, locale)}</span>
                <Receipt entry={entry} own={!called} />
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
