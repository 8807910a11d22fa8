import type { Entry } from "../../shared/record/versions.ts";
import { dayOf } from "../../shared/dates.ts";
import { dateWords, timeWords } from "../../shared/datewords.ts";
import { locale, t } from "../messages.ts";
import { nameFor, seenBy } from "../others.ts";
import { refusalWords } from "../reasons.ts";
import { today } from "../state.ts";
import { Icon } from "./Icon.tsx";

/** Where an entry is: on this phone, received (when), seen (by whom), or refused (why). It claims only what the server has said. */
export function Receipt({ entry, own = true }: { entry: Entry; own?: boolean }) {
  return (
    <span class={`receipt ${entry.state}`}>
      <Icon name={entry.state === "received" ? "tick" : entry.state === "refused" ? "cross" : "phone"} />
      <span>{receiptWords(entry, own)}</span>
    </span>
  );
}

function receiptWords({ state, received_at, refused, head }: Entry, own: boolean): string {
  if (state === "refused") return t("receipt-refused", { reason: refused ? refusalWords(refused) : "" });
  if (state === "on-phone" || !received_at) return t("receipt-on-phone");
  const seen = own ? seenBy(head) : null; // who looked at the diaries of others is theirs to know
  if (seen) return t("receipt-seen", { called: nameFor(seen.by) ?? t("receipt-somebody"), day: dateWords(dayOf(localOf(seen.at)), locale) });
  const time = timeWords(localOf(received_at));
  const day = dayOf(localOf(received_at));
  return day === today.value ? t("receipt-received", { time }) : t("receipt-received-on", { day: dateWords(day, locale) });
}

/** An instant as this phone's wall clock shows it. */
function localOf(instant: string): string {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
