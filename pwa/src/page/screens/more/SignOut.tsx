import { useSignal } from "@preact/signals";
import { NoAnswer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { sendAndWait, signedOut, status } from "../../sending.ts";
import { reasonOf } from "../../reasons.ts";
import { atRisk, unsent } from "../../state.ts";
import { another, clearPhoneOnly, signOut } from "../../who.ts";
import { back, t } from "./words.ts";

/** Clears this phone: at once when everything was received, otherwise only after the person has read what would be lost. */
export function SignOut() {
  const trouble = useSignal("");
  const unheard = useSignal(false);
  const count = atRisk.value;
  const offline = unheard.value || status.value?.outcome === "offline";
  const leave = (work: () => Promise<void>) => async () => {
    try {
      await work();
      go("/join", { replace: true });
    } catch (error) {
      unheard.value = error instanceof NoAnswer;
      trouble.value = unheard.value ? "" : reasonOf(error);
    }
  };
  const wait = async () => {
    unheard.value = false;
    await sendAndWait();
    trouble.value = unsent.value.waiting ? t("sending-failed") : "";
  };
  const clear = <Button kind="stop" press={leave(clearPhoneOnly)}>{t("sign-out-only-clear", { count })}</Button>;
  const stay = <a class="button quiet" href="/more">{t(needsCode() ? "sign-out-keep" : "sign-out-stay")}</a>;
  return (
    <Page title={t("sign-out-title")} back={back}>
      <p>{t("sign-out-words")}</p>
      {trouble.value && <p role="alert">{trouble.value}</p>}
      {offline && <p key={String(unheard.value)} role={unheard.value ? "alert" : undefined}>{t("sign-out-offline")}</p>}
      {count > 0 ? (
        <Notice kind="stop" title={t("sign-out-lose", { count })}>
          <ul>{losses().map((words) => <li key={words}>{words}</li>)}</ul>
          <div class="buttons">
            {unsent.value.waiting > 0 && <Send press={wait} />}
            {stay}
            {offline ? clear : <Button kind="stop" press={leave(signOut)}>{t("sign-out-anyway", { count })}</Button>}
          </div>
        </Notice>
      ) : (
        <div class="buttons">
          <Button press={leave(signOut)}>{t("sign-out")}</Button>
          {stay}
          {offline && clear}
        </div>
      )}
    </Page>
  );
}

/** Without a sign-in of the person's own, waiting sends nothing: only a new code does. */
const needsCode = (): boolean => signedOut.value || another.value !== null;

function Send({ press }: { press: () => unknown }) {
  if (needsCode()) return <a class="button" href="/join">{t("use-code")}</a>;
  return <Button press={press}>{t("sign-out-wait", { count: unsent.value.waiting })}</Button>;
}

/** What clearing this phone loses, each kind by itself: only what waits can still be sent. */
function losses(): string[] {
  const { waiting, refused, unreadable } = unsent.value;
  const said: [string, number][] = [
    [needsCode() ? "sign-out-waiting-code" : "sign-out-waiting", waiting], ["sign-out-refused", refused], ["sign-out-unreadable", unreadable],
  ];
  return said.filter(([, count]) => count > 0).map(([id, count]) => t(id, { count }));
}
