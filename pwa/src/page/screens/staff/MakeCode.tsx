import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import type { useCodes } from "./useCodes.ts";
import { t } from "./words.ts";

const LONGEST_NAME = 60;

/** A code for the person in front of the advisor; less often, one for a poster or a group. */
export function MakeCode({ codes }: { codes: ReturnType<typeof useCodes> }) {
  const called = useSignal("");
  return (
    <section>
      <h2>{t("staff-make-title")}</h2>
      <p>{t("staff-make-what")}</p>
      <div class="field">
        <label for="staff-called">{t("staff-called")}</label>
        <span class="hint" id="staff-called-hint">{t("staff-called-hint")}</span>
        <input
          id="staff-called" class="input" type="text" autocomplete="off" maxLength={LONGEST_NAME} aria-describedby="staff-called-hint"
          value={called.value} onInput={(event) => (called.value = event.currentTarget.value)}
        />
      </div>
      {codes.failed.value && <Notice kind="stop" urgent><p>{codes.failed.value}</p></Notice>}
      <Button press={() => codes.makeNew(called.value)}>{t("staff-make-new")}</Button>
      <Fold words={t("staff-make-many")}>
        <p>{t("staff-make-service-what")}</p>
        <Button kind="quiet" press={codes.makeService}>{t("staff-make-service")}</Button>
      </Fold>
    </section>
  );
}
