import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type After, type Lock, setAfter, setLock } from "../../../shared/store/lock.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed } from "../../components/States.tsx";
import { announce } from "../../announce.ts";
import { focusHeading } from "../../focus.ts";
import { lockNow } from "../../locking.ts";
import { startSending, stopSending } from "../../sending.ts";
import { store } from "../../state.ts";
import { ChooseLock } from "./ChooseLock.tsx";
import { Unlock } from "./Unlock.tsx";
import { t } from "./words.ts";

type At = "state" | "choose" | "prove-change" | "prove-remove";

const AFTERS: After[] = [1, 5, 15];

/** More > Lock: whether there is one and which, and changing it. */
export default function LockSettings() {
  const lock = useSignal<Lock | null | undefined>(undefined);
  const at = useSignal<At>("state");
  const failed = useSignal(false);
  const look = async () => { lock.value = (await store.value!.keys.resting())?.lock ?? null; };
  useEffect(() => void look(), []);

  const show = async (words?: string) => {
    at.value = "state";
    await look();
    focusHeading();
    if (words) announce(words);
  };
  const remove = async () => {
    stopSending();
    try {
      await setLock(store.value!, null);
      store.value!.changes.tell({ what: "lock" });
      await show(t("lock-removed"));
    } catch {
      failed.value = true;
      at.value = "state";
    } finally {
      startSending(store.value!);
    }
  };
  const back = { to: "/more", words: t("nav-more") };
  if (lock.value === undefined) return <Page title={t("lock-title")} back={back}>{null}</Page>;
  return (
    <Page title={t("lock-title")} back={back}>
      {failed.value && <Failed words={t("lock-failed")} />}
      {at.value === "prove-change" || at.value === "prove-remove" ? (
        <Prove lock={lock.value!} at={at.value} go={at.value === "prove-change" ? () => (at.value = "choose") : remove} back={() => void show()} />
      ) : at.value === "choose" || !lock.value ? (
        <>
          {!lock.value && <><p>{t("lock-none")}</p><p>{t("lock-without")}</p></>}
          <ChooseLock
            after={lock.value?.after ?? 5} notNow={t(lock.value ? "lock-as-it-was" : "lock-not-now")}
            done={(set) => (set ? show(t("lock-is-set")) : lock.value ? show() : history.back())}
          />
        </>
      ) : (
        <Held lock={lock.value} to={(next) => (at.value = next)} changed={look} />
      )}
    </Page>
  );
}

/** Whoever picked up an open phone cannot take its lock away. */
function Prove({ lock, at, go, back }: { lock: Lock; at: At; go: () => unknown; back: () => void }) {
  return (
    <>
      <p>{t(`lock-${at}`)}</p>
      <Unlock lock={lock} words={t("lock-go-on")} done={go} />
      <div class="buttons"><Button kind="quiet" press={back}>{t("lock-as-it-was")}</Button></div>
    </>
  );
}

function Held({ lock, to, changed }: { lock: Lock; to: (at: At) => void; changed: () => Promise<void> }) {
  const choose = async (after: After) => {
    await setAfter(store.value!, after);
    await changed();
  };
  return (
    <>
      <p>{t(`lock-is-${lock.kind}`)}</p>
      <p>{t(`lock-holds-${lock.kind}`)}</p>
      <fieldset class="field">
        <legend class="question">{t("lock-after")}<span class="hint">{t("lock-after-hint")}</span></legend>
        <div class="choices">
          {AFTERS.map((after) => (
            <Choice key={after} kind="radio" name="after" value={String(after)} chosen={lock.after === after} choose={() => choose(after)}>
              {t("lock-after-minutes", { count: after })}
            </Choice>
          ))}
        </div>
      </fieldset>
      <div class="buttons">
        <Button press={lockNow}>{t("lock-now")}</Button>
        <Button kind="quiet" press={() => to("prove-change")}>{t("lock-change")}</Button>
        <Button kind="quiet" press={() => to("prove-remove")}>{t("lock-remove")}</Button>
      </div>
    </>
  );
}
