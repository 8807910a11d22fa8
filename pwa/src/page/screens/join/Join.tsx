import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Answer } from "../../../shared/api/client.ts";
import { ask } from "../../../shared/api/client.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { status } from "../../sending.ts";
import { openInvitation } from "../staff/invitation.ts";
import NhsSignIn from "../nhs-login/NhsSignIn.tsx";
import { cameBack } from "../nhs-login/words.ts";
import { useService } from "../../service.ts";
import { me } from "../../state.ts";
import { another } from "../../who.ts";
import { Already } from "./Already.tsx";
import { codeInAddress, isWhole, rememberCode } from "./code.ts";
import { CodeForm } from "./CodeForm.tsx";
import { isAppleTab } from "./device.ts";
import { Differs } from "./Differs.tsx";
import { HelpHere } from "./HelpHere.tsx";
import { HomeSteps } from "./HomeSteps.tsx";
import { Looked } from "./Looked.tsx";
import { t, wordsOf } from "./words.ts";

type Look = Answer<"POST /api/join/look">;

/** Who may take up a carer's code as themselves, beside the record that is on this phone. */
const mayHelp = (role: string | undefined): boolean => role === "patient" || role === "carer";

/** From a link or a typed code to an open record. Looking at a code does not use it up; only confirming does. */
export default function Join() {
  const code = useSignal(codeInAddress());
  const look = useSignal<Look | null>(null);
  const looking = useSignal(false);
  const trouble = useSignal("");
  const service = useService();
  const returned = useRef(cameBack() !== "").current;
  const here = useSignal(returned || !isAppleTab());
  const same = useSignal(false);

  const lookAt = async (typed: string) => {
    rememberCode(typed);
    code.value = typed;
    look.value = null;
    trouble.value = "";
    looking.value = true;
    try {
      const found = await ask("POST /api/join/look", { code: typed });
      if (found.kind === "invitation") return openInvitation(typed);
      same.value = !me.value; // whoever this code signs in is nobody who was here before
      look.value = found;
    } catch (error) {
      trouble.value = wordsOf(error);
    } finally {
      looking.value = false;
    }
  };
  const otherCode = () => {
    rememberCode("");
    code.value = trouble.value = "";
    look.value = null;
  };
  useEffect(() => {
    const fromLink = () => {
      const found = codeInAddress();
      if (isWhole(found)) void lookAt(found);
    };
    fromLink();
    addEventListener("hashchange", fromLink);
    return () => removeEventListener("hashchange", fromLink);
  }, []);

  return (
    <Page title={t("join-title")}>
      {status.value?.outcome === "erased" && <Notice kind="warm"><p>{t("join-erased")}</p></Notice>}
      {status.value?.outcome === "revoked" && <Notice kind="warm"><p>{t("join-revoked")}</p></Notice>}
      {!here.value ? (
        <HomeSteps code={code.value} carryOn={() => (here.value = true)} />
      ) : looking.value ? (
        <Loading />
      ) : !look.value && me.value && another.value ? (
        <Differs who={another.value} />
      ) : !look.value ? (
        <>
          <CodeForm code={code.value} trouble={trouble.value} look={lookAt} />
          {(returned || service?.nhs_login) && <NhsSignIn />}
          <a class="button plain" href="/staff">{t("join-staff")}</a>
          <a class="button plain" href="/near">{t("join-near")}</a>
          <p><a href="/privacy">{t("join-privacy")}</a> · <a href="/accessibility">{t("join-accessibility")}</a></p>
        </>
      ) : look.value.kind === "carer" && mayHelp(me.value?.role) ? (
        <HelpHere code={code.value} called={look.value.called} otherCode={otherCode} />
      ) : me.value && !same.value ? (
        <Already yes={() => (same.value = true)} />
      ) : (
        <Looked code={code.value} look={look.value} otherCode={otherCode} />
      )}
    </Page>
  );
}
