import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { shortDayWords, timeWords } from "../../../shared/datewords.ts";
import { madeAt } from "../../../shared/ids.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { locale } from "../../messages.ts";
import { record } from "../../state.ts";
import { t } from "./words.ts";

/** Entries that the phone damaged before they were sent: when each was written is all that is left of it. */
export function Unreadable({ ids }: { ids: string[] }) {
  return (
    <Notice kind="warm" title={t("sending-unreadable")}>
      <p>{t("sending-unreadable-words")}</p>
      <ul>{ids.map((id) => <li key={id}>{writtenAt(id)}</li>)}</ul>
      <Button kind="quiet" press={() => record.value!.forgetUnreadable()}>{t("understood")}</Button>
    </Notice>
  );
}

function writtenAt(id: string): string {
  const local = localTime(madeAt(id), phoneClock.zone());
  return t("sending-unreadable-written", { day: shortDayWords(dayOf(local), locale), time: timeWords(local) });
}
