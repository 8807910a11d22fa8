import { useSignal } from "@preact/signals";
import type { Me } from "../../../shared/store/meta.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { go } from "../../router.ts";
import { startSending, stopSending } from "../../sending.ts";
import { atRisk, me, store } from "../../state.ts";
import { leaveAnother } from "../../who.ts";
import { open } from "./open.ts";
import { t, wordsOf } from "./words.ts";

/** The sign-in is somebody else's than the record on this phone: the person decides which one stays, nothing is mixed. */
export function Differs({ who }: { who: Me }) {
  const trouble = useSignal("");
  const names = { new: who.called ?? t("join-somebody"), old: me.value!.called ?? t("join-somebody") };
  const count = atRisk.value;
  const keep = async () => {
    try {
      await leaveAnother();
      stopSending();
      startSending(store.value!);
      go("/", { replace: true });
    } catch (error) {
      trouble.value = wordsOf(error);
    }
  };
  return (
    <Notice kind="stop" title={t("join-differs")} urgent>
      <p>{t("join-differs-words", names)}</p>
      {count > 0 && <p>{t("join-differs-unsent", { ...names, count })}</p>}
      <p>{t("join-differs-choose", names)}</p>
      {trouble.value && <p>{trouble.value}</p>}
      <div class="buttons">
        <Button press={keep}>{t("join-differs-back", names)}</Button>
        <Button kind={count ? "stop" : "quiet"} press={() => open(who)}>{t("join-differs-open", names)}</Button>
      </div>
    </Notice>
  );
}
