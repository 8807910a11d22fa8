import { Page } from "../../components/Page.tsx";
import { t as more } from "../more/words.ts";
import { ReportList } from "./ReportList.tsx";
import { t } from "./words.ts";
import "./publish.css";

/** /more/reports, for those who work at the service: what was said to be wrong anywhere, and what came of it. */
export default function StaffReports() {
  return (
    <Page title={t("publish-reports")} back={{ to: "/more", words: more("more-title") }}>
      <p>{t("publish-reports-about-staff")}</p>
      <ReportList who link={(listing) => `/near/${listing}`} />
    </Page>
  );
}
