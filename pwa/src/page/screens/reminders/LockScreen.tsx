import { Choice } from "../../components/Choice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { backHere, onLockScreen, t } from "./words.ts";
import { changeWishes, wished } from "./wishes.ts";

/** How much others can read of a reminder, with the very words that the service sends. */
export function LockScreen() {
  const saving = useSaving();
  const detailed = wished.value!.body.detailed ?? false;
  const choose = (next: boolean) => void saving.try(() => changeWishes({ detailed: next }));
  return (
    <Page title={t("remind-screen")} back={backHere}>
      <p>{t("remind-screen-who")}</p>
      <fieldset>
        <legend class="question">{t("remind-screen-which")}</legend>
        <div class="choices pile">
          <Choice kind="radio" name="detailed" value="no" chosen={!detailed} choose={() => choose(false)}>{t("remind-screen-discreet")}</Choice>
          <Choice kind="radio" name="detailed" value="yes" chosen={detailed} choose={() => choose(true)}>{t("remind-screen-detailed")}</Choice>
        </div>
      </fieldset>
      <saving.Trouble />
      <h2>{t("remind-screen-example")}</h2>
      <div aria-live="polite">
        {onLockScreen(detailed).map((title) => (
          <div key={title} class="lock-screen">
            <p class="lock-screen-app">{t("remind-screen-app")}</p>
            <p class="lock-screen-title">{title}</p>
            <p>{t("reminder-body")}</p>
          </div>
        ))}
      </div>
    </Page>
  );
}
