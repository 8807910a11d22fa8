import { useSignal } from "@preact/signals";
import { ask } from "../../../shared/api/client.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Failed } from "../../components/States.tsx";
import { reasonOf } from "../../reasons.ts";
import { t } from "./words.ts";

/** A private address from which the person's own calendar fetches what is planned: made, shown once, ended. */
export function CalendarLink({ here, changed }: { here: boolean; changed: () => Promise<void> }) {
  const address = useSignal("");
  const trouble = useSignal("");
  const copied = useSignal("");
  const attempt = (work: () => Promise<void>) => async () => {
    trouble.value = copied.value = "";
    try {
      await work();
      await changed();
    } catch (error) {
      trouble.value = t("remind-calendar-failed", { reason: reasonOf(error) });
    }
  };
  const make = attempt(async () => {
    address.value = (await ask("POST /api/reminders/calendar")).address;
    announce(t("remind-calendar-yours"));
  });
  const end = attempt(async () => {
    await ask("DELETE /api/reminders/calendar");
    address.value = "";
    announce(t("remind-calendar-ended"));
  });
  const copy = async () => {
    copied.value = await navigator.clipboard.writeText(address.value).then(() => t("remind-calendar-copied"), () => t("remind-calendar-not-copied"));
  };
  return (
    <section>
      <h2>{t("remind-calendar")}</h2>
      <p>{t("remind-calendar-words")}</p>
      {address.value ? (
        <>
          <p>{t("remind-calendar-yours")}</p>
          <p class="calendar-link">{address.value}</p>
          <Button press={copy}>{t("remind-calendar-copy")}</Button>
          {copied.value && <p class="remind-said" role="status">{copied.value}</p>}
        </>
      ) : here && <p>{t("remind-calendar-have")}</p>}
      {trouble.value && <Failed words={trouble.value} />}
      {here && <p class="soft remind-said">{t("remind-calendar-new-words")}</p>}
      <div class="buttons">
        <Button kind="quiet" press={make}>{t(here ? "remind-calendar-new" : "remind-calendar-make")}</Button>
        {here && <Button kind="stop" press={end}>{t("remind-calendar-end")}</Button>}
      </div>
    </section>
  );
}
