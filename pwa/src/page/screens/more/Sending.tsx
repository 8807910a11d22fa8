import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { announce } from "../../announce.ts";
import { sendAndWait, signedOut } from "../../sending.ts";
import { changed, entries, record, unsent } from "../../state.ts";
import { Refused } from "./Refused.tsx";
import { RefusedForOthers } from "./RefusedForOthers.tsx";
import { Unreadable } from "./Unreadable.tsx";
import { back, t } from "./words.ts";

/** What is on this phone only, and a button for the impatient. */
export function Sending() {
  const tried = useSignal(false);
  const busy = useSignal(false);
  const send = async () => {
    busy.value = true;
    await sendAndWait();
    busy.value = false;
    tried.value = true;
    announce(t(state()));
  };
  const state = () => {
    if (signedOut.value) return "sending-signed-out";
    if (!tried.value) return "sending-words";
    return unsent.value.waiting ? "sending-failed" : "sending-done";
  };
  changed.value;
  const unreadable = [...(record.value?.unreadable ?? [])];
  const refused = entries.value.filter((entry) => entry.state === "refused");
  return (
    <Page title={t("sending-title")} back={back}>
      <p>{t("sending-unsent", { count: unsent.value.waiting })}</p>
      <p>{t(state())}</p>
      {signedOut.value ? (
        <a class="button wide" href="/join">{t("use-code")}</a>
      ) : (
        <Button wide press={send}>{t(busy.value ? "sending-busy" : "sending-now")}</Button>
      )}
      {unreadable.length > 0 && <Unreadable ids={unreadable} />}
      {refused.length > 0 && <Refused entries={refused} />}
      <RefusedForOthers />
    </Page>
  );
}
