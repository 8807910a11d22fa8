import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { sectionTitle } from "./section-words.ts";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

/** The end of a check-in. What was not answered is named, and may stay so. */
export function Finish({ run }: { run: Run }) {
  const saving = useSaving();
  const open = run.sections.filter((section) => !section.optional && run.state(section) !== "done");
  const finish = async () => {
    if (await saving.try(() => run.write({}, "done"))) await run.finished();
  };
  return (
    <Page title={t("checkin-finish-title")} back={{ to: run.base, words: run.step.title }}>
      {open.length === 0 ? <p>{t("checkin-finish-all")}</p> : (
        <>
          <p>{t("checkin-finish-open")}</p>
          <ul>{open.map((section) => <li key={section.id}>{sectionTitle(section, run.packs)}</li>)}</ul>
          <p>{t("checkin-finish-fine")}</p>
        </>
      )}
      <p class="soft">{t("checkin-finish-stays")}</p>
      <saving.Trouble />
      <div class="thumb"><Button press={finish}>{t("checkin-finish")}</Button></div>
    </Page>
  );
}
