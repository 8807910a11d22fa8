import { Page } from "../../components/Page.tsx";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

/** After the page that stopped the check-in: go on, later, or end it here. Whatever they choose is right. */
export function AfterHelp({ run, section }: { run: Run; section: string }) {
  return (
    <Page title={t("checkin-after-help-title")}>
      <p>{run.called === undefined ? t("checkin-after-help-words") : t("checkin-after-help-words-for", { called: run.called })}</p>
      <ul class="rows">
        <Way to={section ? run.at(section) : run.base} name="on" />
        <Way to={run.out.to} name="later" />
        <Way to={run.at("finish")} name="end" />
      </ul>
      <p><a class="button plain" href="/safe">{t("checkin-all-help")}</a></p>
    </Page>
  );
}

function Way({ to, name }: { to: string; name: "on" | "later" | "end" }) {
  return (
    <li>
      <a class="row" href={to}>
        <span class="grow">
          <span class="what">{t(`checkin-after-help-${name}`)}</span>
          <span class="detail">{t(`checkin-after-help-${name}-what`)}</span>
        </span>
      </a>
    </li>
  );
}
