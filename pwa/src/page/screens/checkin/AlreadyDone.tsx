import { Page } from "../../components/Page.tsx";
import type { RunnerProps } from "./Runner.tsx";
import { t } from "./words.ts";

/** A check-in that is done stays as it was answered. */
export function AlreadyDone({ out }: Pick<RunnerProps, "out">) {
  return (
    <Page title={t("checkin-already-title")} back={out}>
      <p>{t("checkin-already-words")}</p>
      <a class="button" href={out.to}>{out.words}</a>
    </Page>
  );
}
