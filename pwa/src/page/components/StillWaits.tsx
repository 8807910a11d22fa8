import { useSignal } from "@preact/signals";
import type { Me } from "../../shared/store/meta.ts";
import { passkeyWords, t } from "../passkey-words.ts";
import { atRisk, me } from "../state.ts";
import { clearPhoneOnly } from "../who.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

interface StillWaitsProps {
  /** who signed in, and is signed out again */
  who: Me;
  keep: () => unknown;
  /** what was here is gone: whoever it is signs in again */
  removed: () => unknown;
}

/** Somebody signed in on a device where things of somebody else wait to be sent: whose and how many, before any is lost. */
export function StillWaits({ who, keep, removed }: StillWaitsProps) {
  const trouble = useSignal("");
  const count = atRisk.value;
  const names = { old: me.value?.called ?? t("waits-somebody"), new: who.called ?? t("waits-somebody") };
  const remove = async () => {
    try {
      await clearPhoneOnly();
      removed();
    } catch (error) {
      trouble.value = passkeyWords(error);
    }
  };
  return (
    <Notice kind="stop" title={t("waits-title", { ...names, count })} urgent>
      <p>{t("waits-words", names)}</p>
      <p>{t("waits-send", names)}</p>
      {trouble.value && <p>{trouble.value}</p>}
      <div class="buttons">
        <Button press={keep}>{t("waits-keep", names)}</Button>
        <Button kind="stop" press={remove}>{t("waits-remove", { count })}</Button>
      </div>
    </Notice>
  );
}
