import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { inboxSize } from "../../../shared/store/inbox.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { store } from "../../state.ts";
import { useTokenHere } from "./log-locked.ts";
import { clearPhoneOnly, signOut } from "../../who.ts";
import { t } from "./words.ts";

/** Nobody can open what is on this phone without the lock: it is cleared, and the person signs in again with a code. */
export function Forgotten({ back }: { back: () => void }) {
  const lost = useSignal<number | null>(null);
  useEffect(() => void countUnsent().then((count) => (lost.value = count)), []);
  const clear = async () => {
    await useTokenHere(store.value!);
    // The sign-in ends with it, on the server or as soon as it can be reached: it would open the diary without the lock.
    await signOut().catch(clearPhoneOnly);
    go("/join", { replace: true });
  };
  if (lost.value === null) return <Page title={t("forgotten-title")}>{null}</Page>;
  return (
    <Page title={t("forgotten-title")}>
      <p>{t("forgotten-words")}</p>
      <Notice kind={lost.value ? "stop" : "plain"} title={t("forgotten-lose", { count: lost.value })}>
        <p>{t(lost.value ? "forgotten-lose-words" : "forgotten-safe")}</p>
      </Notice>
      <p>{t("forgotten-code")}</p>
      <div class="buttons">
        <Button press={back}>{t("forgotten-back")}</Button>
        <Button kind="stop" press={clear}>{t("forgotten-clear")}</Button>
      </div>
    </Page>
  );
}

/** What nobody but this phone holds. It can be counted without being read. */
async function countUnsent(): Promise<number> {
  const held = store.value!;
  const rows = await held.run(["rows"], "readonly", (tx) => tx.objectStore("rows").getAll());
  const waiting = rows.filter((row) => row.number === null).length;
  return waiting + (await inboxSize(held));
}
