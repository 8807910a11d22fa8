import { Page } from "../../components/Page.tsx";
import { programme, serviceName } from "../../state.ts";
import { back, t } from "./words.ts";

const parts = ["who", "lost", "install", "help"];

export function About() {
  return (
    <Page title={t("about-title")} back={back}>
      <p>{t("about-what")}</p>
      <p>{t("about-not")}</p>
      {parts.map((part) => (
        <section key={part}>
          <h2>{t(`about-${part}-title`)}</h2>
          <p>{t(`about-${part}`, { service: serviceName.value })}</p>
        </section>
      ))}
      {programme.value && !programme.value.approved && (
        <section>
          <h2>{t("about-approved-title")}</h2>
          <p>{t("about-approved")}</p>
        </section>
      )}
    </Page>
  );
}
