import { Notice } from "../../components/Notice.tsx";
import { useService } from "../../service.ts";
import type { ForStaff } from "./Interruption.tsx";
import { t } from "./words.ts";

/** That nobody watches, and when somebody looks at the list, as the service says it; never more than that. */
export function Watching({ staff }: { staff?: ForStaff | undefined }) {
  const when = useService()?.looks_at_list;
  if (!staff) {
    return (
      <Notice kind="warm" title={t("safe-nobody-title")}>
        <p>{when ? t("safe-looks", { when }) : t("safe-looks-unknown")}</p>
        <p>{t("safe-do-not-wait")}</p>
      </Notice>
    );
  }
  const { called } = staff;
  return (
    <Notice kind="warm" title={t("safe-nobody-title")}>
      <p>{when ? t("safe-staff-looks", { called, when }) : t("safe-staff-looks-unknown", { called })}</p>
    </Notice>
  );
}
