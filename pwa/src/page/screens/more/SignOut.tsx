import { useSignal } from "@preact/signals";
import { NoAnswer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { sendAndWait, signedOut } from "../../sending.ts";
import { reasonOf } from "../../reasons.ts";
import { atRisk, unsent } from "../../state.ts";
import { clearPhoneOnly, signOut } from "../../who.ts";
import { back, t } from "./words.ts";

/** Clears this phone: at once when everything was received, otherwise only after the person has read what would be lost. */
export function SignOut() {
  const trouble = useSignal("");
  const offline = useSignal(false);
  const count = atRisk.value;
  const leave = (work: () => Promise<void>) => async () => {
    try {
      await work();
      go("/join", { replace: true });
    } catch (error) {
      offline.value = error instanceof NoAnswer;
      trouble.value = offline.value ? t("sign-out-offline") : reasonOf(error);
    }
  };
  const wait = async () => {
    await sendAndWait();
    trouble.value = unsent.value.waiting ? t("sending-failed") : "";
  };
  return (
    <Page title={t("sign-out-title")} back={back}>
      <p>{t("sign-out-words")}</p>
      {trouble.value && <p role="alert">{trouble.value}</p>}
      {count > 0 ? (
        <Notice kind="stop" title={t("sign-out-unsent", { count })}>
          <p>{t("sign-out-unsent-words")}</p>
          <div class="buttons">
            {signedOut.value ? <a class="button" href="/join">{t("use-code")}</a> : <Button press={wait}>{t("sign-out-wait")}</Button>}
            <a class="button quiet" href="/more">{t("sign-out-stay")}</a>
            <Button kind="stop" press={leave(offline.value ? clearPhoneOnly : signOut)}>{t("sign-out-anyway")}</Button>
          </div>
        </Notice>
      ) : (
        <div class="buttons">
          <Button press={leave(signOut)}>{t("sign-out")}</Button>
          <a class="button quiet" href="/more">{t("sign-out-stay")}</a>
          {offline.value && <Button kind="stop" press={leave(clearPhoneOnly)}>{t("sign-out-only-clear")}</Button>}
        </div>
      )}
    </Page>
  );
}
