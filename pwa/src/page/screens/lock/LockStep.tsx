import { Page } from "../../components/Page.tsx";
import type { StepProps } from "../join/steps.ts";
import { ChooseLock } from "./ChooseLock.tsx";
import { t } from "./words.ts";

/** Asked once after joining. Nobody has to: then it says what is not protected. */
export default function LockStep({ done }: StepProps) {
  return (
    <Page title={t("lock-title")}>
      <p>{t("lock-why")}</p>
      <p>{t("lock-without")}</p>
      <ChooseLock after={5} notNow={t("lock-not-now")} done={done} />
      <p class="soft">{t("lock-later")}</p>
    </Page>
  );
}
