import type { ComponentType } from "preact";
import { Icon } from "../../components/Icon.tsx";
import { Page } from "../../components/Page.tsx";
import type { ScreenProps } from "../../screens.ts";
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

export default function More({ parts: [part] }: ScreenProps) {
  const Under = part === undefined ? undefined : under[part];
  return Under ? <Under /> : <List />;
}

function List() {
  const patient = me.value?.role === "patient";
  const { waiting } = unsent.value;
  return (
    <Page title={t("more-title")}>
      <ul class="rows">
        {patient && <Row to="/diary" what={t("diary")} detail={t("diary-words")} />}
        {patient && <Row to="/stop" what={t("stop")} detail={t("stop-words")} />}
        <Row to="/more/name" what={t("called")} detail={me.value?.called ?? ""} />
        {patient && <Row to="/more/sending" what={t("sending")} detail={t("sending-unsent", { count: waiting })} />}
        {patient && <Row to="/progress" what={t("download")} detail={t("download-words")} />}
        {patient && <Row to="/more/phone" what={t("phone-title")} detail={t("phone-words")} />}
        <Row to="/more/about" what={t("about")} detail={t("about-words")} />
        <Row to="/more/sign-out" what={t("sign-out")} detail={t("sign-out-row")} />
      </ul>
    </Page>
  );
}

function Row({ to, what, detail }: { to: string; what: string; detail: string }) {
  return (
    <li>
      <a class="row" href={to}>
        <span class="grow">
          <span class="what">{what}</span>
          <span class="detail">{detail}</span>
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}
