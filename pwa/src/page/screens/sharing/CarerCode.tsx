import { askAt } from "../../../shared/api/client.ts";
import { Shown, useAsked } from "../../components/Asked.tsx";
import { Page } from "../../components/Page.tsx";
import { withProof } from "../../components/Proof.tsx";
import { CodeBox } from "../account/CodeBox.tsx";
import { sharingBack } from "./ShareTeam.tsx";
import { t } from "./words.ts";

/** A new code for a share that nobody has taken up yet. */
export function CarerCode({ id }: { id: string }) {
  const asked = useAsked(() => withProof(() => askAt("POST /api/shares/{id}/code", { id })));
  const steps = [t("carer-code-1"), t("carer-code-2", { address: location.host }), t("carer-code-3")];
  return (
    <Page title={t("carer-code-title")} back={sharingBack}>
      <Shown of={asked}>{({ code, link, ends_at }) => (
        <>
          <CodeBox title={t("carer-code-box")} code={code} link={link} ends_at={ends_at} steps={steps} />
          <p>{t("carer-code-once")}</p>
          <a class="button" href="/more/sharing">{t("carer-code-done")}</a>
        </>
      )}</Shown>
    </Page>
  );
}
