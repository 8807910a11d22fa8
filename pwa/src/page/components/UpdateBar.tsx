import { useSignal } from "@preact/signals";
import { t } from "../messages.ts";
import { update } from "../update.ts";
import { Button } from "./Button.tsx";

/** A newer version waits until the person takes it. */
export function UpdateBar() {
  const coming = useSignal(false);
  const take = update.value;
  if (!take) return null;
  return (
    <div class="bar" role="status">
      <p>{t(coming.value ? "update-coming" : "update-ready")}</p>
      <Button
        kind="quiet"
        press={() => {
          coming.value = true;
          take();
        }}
      >
        {t("update-now")}
      </Button>
    </div>
  );
}
