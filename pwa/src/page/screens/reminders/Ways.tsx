import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { type Latest, useLatest } from "../../reminders/copies.ts";
import type { Answer } from "../../../shared/api/client.ts";
import { emailIn, mobileIn } from "./addresses.ts";
import { AsOf } from "./AsOf.tsx";
import { Saved } from "./Saved.tsx";
import { Stopped } from "./Stopped.tsx";
import { CalendarLink } from "./CalendarLink.tsx";
import { backHere, t } from "./words.ts";
import { changeWishes, wished } from "./wishes.ts";

/** Email and texts, where the service has them, and the calendar link. */
export function Ways() {
  const service = useLatest("GET /api/reminders");
  return (
    <Page title={t("remind-ways")} back={backHere}>
      <AsOf of={service} />
      <Addresses service={service} />
      {service.copy.value && <CalendarLink here={service.copy.value.value.calendar} changed={service.again} />}
    </Page>
  );
}

function Addresses({ service }: { service: Latest<Answer<"GET /api/reminders">> }) {
  const body = wished.value!.body;
  const email = useSignal(body.email ?? "");
  const mobile = useSignal(body.mobile ?? "");
  const tried = useSignal(false);
  const saved = useSignal(false);
  const saving = useSaving();
  const channels = service.copy.value?.value.channels;
  if (!channels) return null;
  if (!channels.length) return <p>{t("remind-ways-none")}</p>;
  const said = { email: emailIn(email.value), mobile: mobileIn(mobile.value) };
  const save = async () => {
    tried.value = true;
    if (said.email === undefined || said.mobile === undefined) return;
    const changes = { ...(channels.includes("email") && { email: said.email }), ...(channels.includes("sms") && { mobile: said.mobile }) };
    saved.value = await saving.try(() => changeWishes(changes));
  };
  return (
    <>
      <p>{t("remind-ways-when")}</p>
      <Stopped service={service} />
      {channels.includes("email") && (
        <Line question={t("remind-email")} hint={t("remind-email-none")} longest={254} autocomplete="email" value={email.value} change={(text) => (email.value = text)} {...(tried.value && said.email === undefined && { wrong: t("remind-email-wrong") })} />
      )}
      {channels.includes("sms") && (
        <Line question={t("remind-mobile")} hint={t("remind-mobile-none")} longest={20} autocomplete="tel" value={mobile.value} change={(text) => (mobile.value = text)} {...(tried.value && said.mobile === undefined && { wrong: t("remind-mobile-wrong") })} />
      )}
      <saving.Trouble />
      <Saved when={saved.value} />
      <div class="buttons"><Button press={save}>{t("remind-save")}</Button></div>
    </>
  );
}
