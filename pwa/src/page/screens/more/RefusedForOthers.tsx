import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { phoneClock } from "../../../shared/dates.ts";
import { Record } from "../../../shared/record/record.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Helped } from "../../../shared/store/others.ts";
import { elsewhere, helped } from "../../others.ts";
import { store } from "../../state.ts";
import { Refused } from "./Refused.tsx";
import { t } from "./words.ts";

type Found = [share: Helped, entries: Entry[]];

/** What was written for others and not accepted, with whose it is. Their diaries are opened only when there is any. */
export function RefusedForOthers() {
  const found = useSignal<Found[]>([]);
  const { refused } = elsewhere.value;
  const shares = helped.value;
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const all = refused ? await Promise.all(shares.map(refusedIn)) : [];
      if (!gone) found.value = all.filter(([, entries]) => entries.length > 0);
    };
    look().catch(() => undefined); // the phone was locked meanwhile
    return () => void (gone = true);
  }, [refused, shares]);
  return (
    <>
      {found.value.map(([{ subject, called }, entries]) => (
        <Refused key={subject} entries={entries} under={`/helping/${subject}/entry`} called={called ?? t("sending-somebody")} />
      ))}
    </>
  );
}

async function refusedIn(share: Helped): Promise<Found> {
  const record = await Record.open(store.value!, share.subject, phoneClock, "carer");
  record.close();
  return [share, record.entries().filter((entry) => entry.state === "refused")];
}
