import { Fold } from "../../components/Fold.tsx";
import type { Caseload } from "./caseload-rows.ts";
import { t } from "./caseload-words.ts";

/** The rules that order the list, printed; and the honest statement of when somebody looks at it. */
export function OrderFold({ found }: { found: Caseload }) {
  return (
    <>
      <p class="soft">{found.looks_at_list ? t("case-looks", { when: found.looks_at_list }) : t("case-looks-unsaid")}</p>
      <Fold words={t("case-order")}>
        <p>{t("case-order-intro")}</p>
        <ol>{found.order.map((code) => <li key={code}>{t("case-rule", { code })}</li>)}</ol>
        <p>{t("case-order-equal")}</p>
      </Fold>
      {found.more && <p role="status">{t("case-more")}</p>}
    </>
  );
}
