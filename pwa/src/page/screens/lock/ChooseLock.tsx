import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type After, type Kind, plainWords, setLock } from "../../../shared/store/lock.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { passkeyWords } from "../../passkey-words.ts";
import { startSending, stopSending } from "../../sending.ts";
import { store } from "../../state.ts";
import { canAsk, newPasskeyLock } from "./passkey-lock.ts";
import { Secret } from "./Secret.tsx";
import { faultIn, tidied } from "./secrets.ts";
import { t } from "./words.ts";
import "./lock.css";

interface ChooseLockProps {
  after: After;
  /** what the button says that leaves everything as it is */
  notNow: string;
  /** `set`: whether there is a lock now */
  done: (set: boolean) => unknown;
}

/** How to lock: with what the phone itself has for it, a PIN or a passphrase; and what each of them holds. */
export function ChooseLock({ after, notNow, done }: ChooseLockProps) {
  const kinds = useSignal<Kind[]>(["pin", "passphrase"]);
  const kind = useSignal<Kind | null>(null);
  const typed = useSignal("");
  const trouble = useSignal("");
  const busy = useSignal(false);
  useEffect(() => void canAsk().then((can) => { if (can) kinds.value = ["passkey", ...kinds.value]; }), []);

  const choose = (chosen: Kind) => {
    kind.value = chosen;
    typed.value = trouble.value = "";
  };
  const set = async () => {
    const chosen = kind.value;
    const fault = !chosen ? "lock-choose-needed" : chosen === "passkey" ? null : faultIn(chosen, typed.value);
    trouble.value = fault ? t(fault) : "";
    if (fault || !chosen) return document.getElementById("secret")?.focus();
    busy.value = true;
    stopSending();
    try {
      const secret = chosen === "passkey" ? await newPasskeyLock() : { kind: chosen, words: plainWords(tidied(chosen, typed.value)) };
      await setLock(store.value!, secret, after);
      store.value!.changes.tell({ what: "lock" });
      done(true);
    } catch (error) {
      trouble.value = chosen === "passkey" ? passkeyWords(error) : t("lock-failed");
    } finally {
      busy.value = false;
      startSending(store.value!);
    }
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <fieldset class="field">
        <legend class="question">{t("lock-how")}</legend>
        <div class="choices">
          {kinds.value.map((each) => (
            <Choice key={each} kind="radio" name="lock" value={each} chosen={kind.value === each} choose={() => choose(each)}>
              {t(`lock-with-${each}`)}
              <span class="hint">{t(`lock-holds-${each}`)}</span>
            </Choice>
          ))}
        </div>
      </fieldset>
      {(kind.value === "pin" || kind.value === "passphrase") && (
        <Secret
          key={kind.value} kind={kind.value} question={t(`lock-new-${kind.value}`)} hint={t(`lock-new-${kind.value}-hint`)}
          wrong={trouble.value} value={typed.value} change={(text) => (typed.value = text)} fresh
        />
      )}
      {trouble.value && (kind.value === null || kind.value === "passkey") && <p class="wrong-words" role="alert">{trouble.value}</p>}
      <p>{t("lock-forget")}</p>
      <div class="buttons">
        <Button submit press={set}>{t(busy.value ? "lock-busy" : "lock-set")}</Button>
        <Button kind="quiet" press={() => busy.value || done(false)}>{notNow}</Button>
      </div>
    </form>
  );
}
