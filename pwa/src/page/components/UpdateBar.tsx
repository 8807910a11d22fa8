import { t } from "../messages.ts";
import { update } from "../update.ts";
import { Button } from "./Button.tsx";

/** A newer version waits until the person takes it. */
export function UpdateBar() {
  if (!update.value) return null;
  return (
    <div class="bar" role="status">
      <p>{t("update-ready")}</p>
      <Button kind="quiet" press={update.value}>
        {t("update-now")}
      </Button>
    </div>
  );
}
