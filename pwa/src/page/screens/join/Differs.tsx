import { useSignal } from "@preact/signals";
import { ask, type Answer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { go } from "../../router.ts";
import { startSending } from "../../sending.ts";
import { me, store } from "../../state.ts";
import { t, wordsOf } from "./words.ts";

type Me = Answer<"POST /api/join">;

/** The code opened somebody else's record while this phone holds unsent entries: the person decides, nothing is mixed. */
export function Differs({ who, open }: { who: Me; open: (who: Me) => Promise<void> }) {
  const trouble = useSignal("");
  const names = { new: who.called ?? t("join-somebody"), old: me.value!.called ?? t("join-somebody") };
  const keep = async () => {
    try {
      await ask("POST /api/sign-out");
      startSending(store.value!);
      go("/", { replace: true });
    } catch (error) {
      trouble.value = wordsOf(error);
    }
  };
  return (
    <Notice kind="stop" title={t("join-differs")} urgent>
      <p>{t("join-differs-words", names)}</p>
      {trouble.value && <p>{trouble.value}</p>}
      <div class="buttons">
        <Button press={keep}>{t("join-differs-back")}</Button>
        <Button kind="stop" press={() => open(who)}>{t("join-differs-open", names)}</Button>
      </div>
    </Notice>
  );
}
