import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { entries } from "../../state.ts";
import { back, t } from "./words.ts";

/** How much is on this phone, and whether the phone has promised to keep it. */
export function Phone() {
  const kept = useSignal<boolean | null>(null);
  const asked = useSignal(false);
  useEffect(() => {
    navigator.storage?.persisted?.().then((safe) => (kept.value = safe), () => undefined);
  }, []);
  const askToKeep = async () => {
    kept.value = (await navigator.storage?.persist?.()) ?? false;
    asked.value = true;
  };
  return (
    <Page title={t("phone-title")} back={back}>
      <p>{t("phone-entries", { count: entries.value.length })}</p>
      {kept.value !== null && <p role="status">{t(kept.value ? "phone-safe" : "phone-unsafe")}</p>}
      {kept.value === false && !asked.value && <Button kind="quiet" press={askToKeep}>{t("phone-ask")}</Button>}
      {asked.value && !kept.value && <p>{t("phone-ask-no")}</p>}
    </Page>
  );
}
