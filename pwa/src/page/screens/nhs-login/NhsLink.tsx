import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask } from "../../../shared/api/client.ts";
import { announce } from "../../announce.ts";
import { Shown, useAsked } from "../../components/Asked.tsx";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { back, troubleOf } from "../account/words.ts";
import { cameBack, forgetCameBack, problemIn, t } from "./words.ts";

/** Under More: lets NHS login open this record on another phone, or ends that. */
export default function NhsLink() {
  const asked = useAsked(() => ask("GET /api/nhs-login"));
  const came = useSignal(cameBack());
  const trouble = useSignal("");
  useEffect(() => {
    if (came.value === "linked") announce(t("nhs-login-now-linked"));
    forgetCameBack();
  }, []);
  const trying = (work: () => Promise<void>) => async () => {
    came.value = trouble.value = "";
    try {
      await work();
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : troubleOf(error);
    }
  };
  const link = trying(async () => {
    const { address } = await withProof(() => ask("POST /api/nhs-login/link"));
    location.assign(address);
  });
  const unlink = trying(async () => {
    asked.value.value = await withProof(() => ask("DELETE /api/nhs-login"));
    announce(t("nhs-login-unlinked"));
  });
  const problem = problemIn(came.value);
  return (
    <Page title={t("nhs-login")} back={back}>
      {problem && <Notice kind="warm" title={t("nhs-login-trouble")} urgent><p>{problem}</p></Notice>}
      {came.value === "linked" && <Notice><p>{t("nhs-login-now-linked")}</p></Notice>}
      <p>{t("nhs-login-intro")}</p>
      <p class="soft">{t("nhs-login-kept")}</p>
      <Shown of={asked}>{({ linked }) => (
        <>
          <p>{t(linked ? "nhs-login-is-linked" : "nhs-login-not-linked")}</p>
          {trouble.value && <Failed words={trouble.value} />}
          {linked && <p class="soft">{t("nhs-login-unlink-words")}</p>}
          {linked
            ? <Button kind="quiet" wide press={unlink}>{t("nhs-login-unlink")}</Button>
            : <Button wide press={link}>{t("nhs-login-continue")}</Button>}
        </>
      )}</Shown>
    </Page>
  );
}
