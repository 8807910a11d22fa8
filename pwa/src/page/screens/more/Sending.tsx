import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { announce } from "../../announce.ts";
import { sendAndWait, signedOut } from "../../sending.ts";
import { entries, unsent } from "../../state.ts";
import { Refused } from "./Refused.tsx";
import { back, t } from "./words.ts";

/** What is on this phone only, and a button for the impatient. */
export function Sending() {
  const said = useSignal("");
  const busy = useSignal(false);
  const send = async () => {
    busy.value = true;
    const { outcome } = await sendAndWait();
    busy.value = false;
    said.value = t(outcome === "signed-out" ? "sending-signed-out" : unsent.value.waiting ? "sending-failed" : "sending-done");
    announce(said.value);
  };
  const refused = entries.value.filter((entry) => entry.state === "refused");
  return (
    <Page title={t("sending-title")} back={back}>
      <p>{t("sending-unsent", { count: unsent.value.waiting })}</p>
      {said.value ? <p>{said.value}</p> : <p class="soft">{t(signedOut.value ? "sending-signed-out" : "sending-words")}</p>}
      {signedOut.value ? (
        <a class="button wide" href="/join">{t("use-code")}</a>
      ) : (
        <Button wide press={send}>{t(busy.value ? "sending-busy" : "sending-now")}</Button>
      )}
      {refused.length > 0 && <Refused entries={refused} />}
    </Page>
  );
}
