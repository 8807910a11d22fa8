import type { ComponentType } from "preact";
import { Icon } from "../../components/Icon.tsx";
import { Page } from "../../components/Page.tsx";
import type { ScreenProps } from "../../screens.ts";
import { ToLookAt } from "../organisation/ToLookAt.tsx";
import { AuditLog } from "./AuditLog.tsx";
import { Codes } from "./Codes.tsx";
import { Facts } from "./Facts.tsx";
import { Helplines } from "./Helplines.tsx";
import { Looks } from "./Looks.tsx";
import { Organisations } from "./Organisations.tsx";
import { Publishers } from "./Publishers.tsx";
import { Retention } from "./Retention.tsx";
import { fetchService, missingIn, type Service as Settings } from "./setup.ts";
import { Staff } from "./Staff.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { t } from "./words.ts";
import "./service.css";

const under: { [part: string]: ComponentType } = {
  looks: Looks,
  helplines: Helplines,
  privacy: () => <Facts part="privacy" />,
  accessibility: () => <Facts part="accessibility" />,
  retention: Retention,
  staff: Staff,
  organisations: Organisations,
  publishers: Publishers,
  codes: Codes,
  audit: AuditLog,
};

/** /service, for those who run it: everything that can be set, each on a screen of its own. */
export default function Service({ parts: [part] }: ScreenProps) {
  const Under = part === undefined ? undefined : under[part];
  return Under ? <Under /> : <List />;
}

function List() {
  const service = useFetched(fetchService);
  return (
    <Page title={t("service-title")}>
      <ToLookAt />
      <ul class="rows"><Row part="figures" to="/figures" detail={t("service-figures-words")} /></ul>
      <h2>{t("service-who")}</h2>
      <ul class="rows">
        {["staff", "organisations", "publishers", "codes"].map((part) => <Row key={part} part={part} detail={t(`service-${part}-words`)} />)}
        <Row part="referrers" to="/referrers" detail={t("service-referrers-words")} />
      </ul>
      <h2>{t("service-what")}</h2>
      <Shown of={service}>
        {(settings) => (
          <ul class="rows">
            {Object.entries(detailsOf(settings)).map(([part, detail]) => <Row key={part} part={part} detail={detail} />)}
          </ul>
        )}
      </Shown>
    </Page>
  );
}

const detailsOf = ({ name, helplines, retention, privacy, accessibility }: Settings): { [part: string]: string } => ({
  looks: name,
  helplines: t("service-helplines-count", { count: helplines.length }),
  privacy: t("service-missing", { count: missingIn(privacy) }),
  accessibility: t("service-missing", { count: missingIn(accessibility) }),
  retention: t("service-years", { years: retention.record_years }),
  audit: t("service-audit-words"),
});

function Row({ part, to = `/service/${part}`, detail }: { part: string; to?: string; detail: string }) {
  return (
    <li>
      <a class="row" href={to}>
        <span class="grow">
          <span class="what">{t(`service-${part}`)}</span>
          <span class="detail">{detail}</span>
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}
