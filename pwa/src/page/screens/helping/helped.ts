/** The people who share their diary with this phone's person, and each one's record on this phone. */
import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask } from "../../../shared/api/client.ts";
import { phoneClock } from "../../../shared/dates.ts";
import { Record } from "../../../shared/record/record.ts";
import { keepHelped } from "../../../shared/store/others.ts";
import { store } from "../../state.ts";

/** Whether the server was asked since the app was opened. */
export const looked = signal(false);

/** Asks who shares with this person, and keeps that for when there is no signal. Raises NoAnswer or Problem. */
export async function lookWhoShares(): Promise<void> {
  const { received } = await ask("GET /api/shares");
  await keepHelped(store.value!, received.filter((each) => each.as_ === "carer"));
  looked.value = true;
}

/** That person's record while the screen is open; drawn again at each change. null until it is read. */
export function useRecordOf(subject: string): Record | null {
  const record = useSignal<Record | null>(null);
  const changes = useSignal(0);
  useEffect(() => {
    let gone = false;
    void Record.open(store.value!, subject, phoneClock, "carer").then((opened) => {
      if (gone) return opened.close();
      opened.onChange(() => (changes.value += 1));
      record.value = opened;
    });
    return () => {
      gone = true;
      record.peek()?.close();
    };
  }, [subject]);
  changes.value;
  return record.value;
}
