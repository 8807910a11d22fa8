import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Lock, type Opened, unlock } from "../../../shared/store/lock.ts";
import { waitLeft } from "../../../shared/store/tries.ts";
import { Button } from "../../components/Button.tsx";
import { passkeyWords } from "../../passkey-words.ts";
import { store } from "../../state.ts";
import { Secret } from "./Secret.tsx";
import { askPasskey } from "./passkey-lock.ts";
import { t } from "./words.ts";

interface UnlockProps {
  lock: Lock;
  /** on the button, for words that are typed */
  words: string;
  done: () => unknown;
}

/** The way in: a passkey, a PIN or a passphrase, whichever the person chose. */
export function Unlock({ lock, words, done }: UnlockProps) {
  return lock.kind === "passkey" ? <ByPasskey lock={lock} done={done} /> : <ByWords kind={lock.kind} button={words} done={done} />;
}

function ByPasskey({ lock, done }: { lock: Lock; done: () => unknown }) {
  const trouble = useSignal("");
  const press = async () => {
    trouble.value = "";
    try {
      const { as } = await unlock(store.value!, await askPasskey(lock), new Date());
      if (as === "open") return await done();
      trouble.value = t("unlock-other-passkey");
    } catch (error) {
      trouble.value = passkeyWords(error);
    }
  };
  return (
    <>
      <p>{t("unlock-passkey-words")}</p>
      {trouble.value && <p class="wrong-words" role="alert">{trouble.value}</p>}
      <Button wide press={press}>{t("unlock-passkey")}</Button>
    </>
  );
}

function ByWords({ kind, button, done }: { kind: "pin" | "passphrase"; button: string; done: () => unknown }) {
  const words = useSignal("");
  const trouble = useSignal("");
  const busy = useRef(false);
  useEffect(() => {
    void waitLeft(store.value!, new Date()).then((wait_ms) => { if (wait_ms) trouble.value = waitWords(wait_ms); });
  }, []);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy.current || !words.value) return;
    busy.current = true;
    try {
      const opened = await unlock(store.value!, { kind, words: words.value }, new Date());
      const why = opened.as === "open" ? "" : await troubleWords(opened, kind);
      words.value = ""; // only now: whoever sees an empty field types, and is heard
      if (opened.as === "open") return await done();
      trouble.value = why;
      document.getElementById("secret")?.focus();
    } catch {
      trouble.value = t("unlock-failed");
    } finally {
      busy.current = false;
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <Secret kind={kind} question={t(`unlock-${kind}`)} wrong={trouble.value} value={words.value} change={(typed) => (words.value = typed)} />
      <Button submit wide>{button}</Button>
    </form>
  );
}

async function troubleWords({ as, wait_ms }: Opened, kind: "pin" | "passphrase"): Promise<string> {
  const wait = as === "wait" ? wait_ms : await waitLeft(store.value!, new Date());
  return [as === "wrong" && t(`unlock-wrong-${kind}`), wait > 0 && waitWords(wait)].filter(Boolean).join(" ");
}

const waitWords = (wait_ms: number): string => t("unlock-wait", { minutes: Math.ceil(wait_ms / 60_000) });
