import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Scale } from "../../components/Scale.tsx";
import { focusHeading } from "../../focus.ts";
import { store } from "../../state.ts";
import { logLocked } from "./log-locked.ts";
import { t } from "./words.ts";

/** Log pain on a locked phone: the same scale, and afterwards where it is. */
export function LogLocked({ back }: { back: () => void }) {
  const score = useSignal<number | null>(null);
  const needed = useSignal(false);
  const saved = useSignal<{ score: number; where: "sent" | "kept" } | null>(null);
  const saving = useSaving();
  const save = async () => {
    const chosen = score.value;
    needed.value = chosen === null;
    if (chosen === null) return document.querySelector<HTMLInputElement>(".scale input")?.focus();
    await saving.try(async () => (saved.value = { score: chosen, where: await logLocked(store.value!, chosen) }));
    if (saved.value) focusHeading();
  };
  if (saved.value) {
    return (
      <Page title={t("locked-saved", { score: String(saved.value.score) })}>
        <p role="status">{t(`locked-saved-${saved.value.where}`)}</p>
        <Button wide press={back}>{t("locked-back")}</Button>
      </Page>
    );
  }
  return (
    <Page title={t("locked-pain")}>
      <div class={needed.value && score.value === null ? "field wrong" : "field"}>
        {needed.value && score.value === null && <p class="wrong-words" role="alert">{t("locked-score-needed")}</p>}
        <Scale
          question={t("locked-score")} low={t("locked-low")} high={t("locked-high")}
          value={score.value} choose={(chosen) => (score.value = chosen)}
        />
      </div>
      <saving.Trouble />
      <div class="buttons">
        <Button press={save}>{t("locked-save")}</Button>
        <Button kind="quiet" press={back}>{t("locked-back")}</Button>
      </div>
      <Notice><p>{t("locked-pain-words")}</p></Notice>
    </Page>
  );
}
