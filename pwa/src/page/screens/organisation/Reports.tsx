import { Page } from "../../components/Page.tsx";
import { ReportList } from "./ReportList.tsx";
import { home, t } from "./words.ts";

/** /organisation/reports: what people said was wrong with what is published here. */
export const Reports = () => (
  <Page title={t("publish-reports")} back={home}>
    <p>{t("publish-reports-about")}</p>
    <ReportList link={(listing) => `/organisation/${listing}`} />
  </Page>
);
