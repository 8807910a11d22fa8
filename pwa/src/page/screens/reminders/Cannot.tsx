import { Fold } from "../../components/Fold.tsx";
import { Button } from "../../components/Button.tsx";
import { type Here, lookHere } from "../../reminders/here.ts";
import { t as app } from "../../messages.ts";
import { t } from "./words.ts";

const STEPS = [1, 2, 3, 4, 5];

/** Why reminders cannot come to this device, and what somebody can do about it. */
export function Cannot({ here }: { here: Here }) {
  if (here === "denied") {
    return (
      <>
        <p>{t("remind-denied")}</p>
        <p>{t("remind-denied-how")}</p>
        <Button kind="quiet" press={lookHere}>{app("try-again")}</Button>
      </>
    );
  }
  if (here !== "install") return <p>{t(here === "old" ? "remind-old" : "remind-none")}</p>;
  return (
    <>
      <p>{t("remind-install")}</p>
      <Fold words={t("remind-install-show")}>
        <ol>{STEPS.map((step) => <li key={step}>{t(`remind-install-${step}`)}</li>)}</ol>
      </Fold>
    </>
  );
}
