import type { ComponentChildren, ComponentType } from "preact";
import { Helplines } from "../../components/Helplines.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Lazy } from "../../components/Outlet.tsx";
import { Page } from "../../components/Page.tsx";
import type { Screen, ScreenProps } from "../../screens.ts";
import { useService } from "../../service.ts";
import { isStaff } from "../../roles.ts";
import { me, unsent } from "../../state.ts";
import { About } from "./About.tsx";
import { Called } from "./Called.tsx";
import { Phone } from "./Phone.tsx";
import { Sending } from "./Sending.tsx";
import { SignOut } from "./SignOut.tsx";
import { t } from "./words.ts";

const under: { [part: string]: ComponentType } = {
  name: Called,
  sending: Sending,
  phone: Phone,
  about: About,
  "sign-out": SignOut,
};

/** Those that are seldom opened: their code comes when they are. */
const later: { [part: string]: Pick<Screen, "load"> } = {
  lock: { load: () => import("../lock/LockSettings.tsx") },
  sharing: { load: () => import("../sharing/Sharing.tsx") },
  seen: { load: () => import("../sharing/Looked.tsx") },
  code: { load: () => import("../helping/HaveCode.tsx") },
  passkeys: { load: () => import("../passkeys/Passkeys.tsx") },
  devices: { load: () => import("../account/Devices.tsx") },
  recovery: { load: () => import("../account/Recovery.tsx") },
  "another-phone": { load: () => import("../account/AnotherPhone.tsx") },
  "about-me": { load: () => import("../account/AboutMe.tsx") },
  "nhs-login": { load: () => import("../nhs-login/NhsLink.tsx") },
  reports: { load: () => import("../organisation/StaffReports.tsx") },
  reminders: { load: () => import("../reminders/Reminders.tsx") },
  "my-data": { load: () => import("../mydata/MyData.tsx") },
};

export default function More({ parts: [part, ...rest] }: ScreenProps) {
  if (part === undefined) return <List />;
  const Under = under[part];
  if (Under) return <Under />;
  return later[part] ? <Lazy screen={later[part]} parts={rest} /> : <List />;
}

function List() {
  const role = me.value?.role;
  const patient = role === "patient";
  const person = patient || role === "carer";
  const { waiting } = unsent.value;
  const service = useService();
  return (
    <Page title={t("more-title")}>
      {patient && (
        <Group title={t("more-diary")}>
          <LinkRow to="/diary" what={t("diary")} detail={t("diary-words")} />
          <LinkRow to="/goals" what={t("goals")} detail={t("goals-words")} />
          <LinkRow to="/suggested" what={t("suggested-row")} detail={t("suggested-row-words")} />
          <LinkRow to="/library" what={t("library-row")} detail={t("library-row-words")} />
          <LinkRow to="/check-in" what={t("check-ins")} detail={t("check-ins-words")} />
          <LinkRow to="/more/my-data" what={t("my-data")} detail={t("my-data-words")} />
          <LinkRow to="/stop" what={t("stop")} detail={t("stop-words")} />
        </Group>
      )}
      {person && (
        <Group title={t("more-others")}>
          {patient && <LinkRow to="/more/sharing" what={t("sharing")} detail={t("sharing-words")} />}
          <LinkRow to="/more/seen" what={t("looked")} detail={t(patient ? "looked-words" : "looked-words-carer")} />
          {patient && <LinkRow to="/helping" what={t("helping")} detail={t("helping-words")} />}
          {!patient && <LinkRow to="/more/code" what={t("have-code")} detail={t("have-code-words")} />}
        </Group>
      )}
      <Group title={t("more-you")}>
        <LinkRow to="/more/name" what={t("called")} detail={me.value?.called ?? ""} />
        {patient && <LinkRow to="/more/about-me" what={t("about-me")} detail={t("about-me-words")} />}
        {person && !patient && <LinkRow to="/more/my-data" what={t("my-data")} detail={t("my-data-words-carer")} />}
      </Group>
      <Group title={t("more-phone")}>
        {role !== "carer" && <LinkRow to="/more/reminders" what={t("reminders-row")} detail={t(patient ? "reminders-row-words" : "reminders-row-staff")} />}
        {person && <LinkRow to="/more/lock" what={t("lock-row")} detail={t("lock-row-words")} />}
        {person && <LinkRow to="/more/sending" what={t("sending")} detail={t("sending-unsent", { count: waiting })} />}
        {person && <LinkRow to="/more/phone" what={t("phone-title")} detail={t("phone-words")} />}
        <LinkRow to="/more/passkeys" what={t("passkeys")} detail={t("passkeys-row")} />
        <LinkRow to="/more/devices" what={t("devices")} detail={t("devices-words")} />
        {person && <LinkRow to="/more/another-phone" what={t("another-phone")} detail={t("another-phone-words")} />}
        {person && service?.nhs_login && <LinkRow to="/more/nhs-login" what={t("more-nhs-login")} detail={t("more-nhs-login-row")} />}
        {person && <LinkRow to="/more/recovery" what={t("recovery")} detail={t("recovery-words")} />}
        <LinkRow to="/more/sign-out" what={t("sign-out")} detail={t("sign-out-row")} />
      </Group>
      <Group title={t("more-help")}>
        {patient && <LinkRow to="/suggested/ask" what={t("support-row")} detail={t("support-row-words")} />}
        <LinkRow to="/near" what={t("more-near")} detail={t("more-near-words")} />
        {isStaff(role) && role !== "publisher" && <LinkRow to="/more/reports" what={t("more-reports")} detail={t("more-reports-words")} />}
        <LinkRow to="/topics" what={t("topics-row")} detail={t("topics-row-words")} />
        <LinkRow to="/more/about" what={t("about")} detail={t("about-words")} />
        <LinkRow to="/privacy" what={t("privacy")} detail={t("privacy-row")} />
        <LinkRow to="/accessibility" what={t("accessibility")} detail={t("accessibility-row")} />
      </Group>
      {person && <Helplines />}
    </Page>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="rows">{children}</ul>
    </section>
  );
}
