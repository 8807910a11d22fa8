import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Me } from "../../../shared/store/meta.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { signIn } from "../../components/Proof.tsx";
import { StillWaits } from "../../components/StillWaits.tsx";
import { hasPasskeys } from "../../passkey.ts";
import { passkeyWords, t as passkey } from "../../passkey-words.ts";
import { isStaff } from "../../roles.ts";
import { me } from "../../state.ts";
import { mayHave } from "../../who.ts";
import { open } from "../join/open.ts";
import { CodeField } from "./CodeField.tsx";
import { codeHere, rememberHere } from "./invitation.ts";
import { Invited } from "./Invited.tsx";
import { OnThisDevice } from "./OnThisDevice.tsx";
import { t } from "./sign-in-words.ts";

/** /staff: those who work here sign in with a passkey; who was invited makes theirs. Looking uses no invitation up. */
export default function SignIn() {
  const code = useSignal(codeHere());
  const waits = useSignal<Me | null>(null);
  const use = (typed: string) => {
    rememberHere(typed);
    code.value = typed;
  };
  const arrived = async (who: Me) => {
    if (await mayHave(who)) return open(who);
    use(""); // an invitation is used up by now
    waits.value = who;
  };
  const settled = () => void (waits.value = null);
  useEffect(() => {
    const fromLink = () => (code.value = codeHere());
    addEventListener("hashchange", fromLink);
    return () => removeEventListener("hashchange", fromLink);
  }, []);
  return (
    <Page title={t(code.value ? "sign-in-invited" : "sign-in-title")}>
      {!hasPasskeys() && <Notice kind="stop"><p>{passkey("passkey-none")}</p></Notice>}
      {waits.value && <StillWaits who={waits.value} keep={settled} removed={settled} />}
      {me.value && !waits.value && <OnThisDevice invited={code.value !== ""} />}
      {code.value ? <Invited key={code.value} code={code.value} arrived={arrived} other={() => use("")} />
        : !waits.value && (!me.value || isStaff(me.value.role)) && <Own use={use} arrived={arrived} />}
    </Page>
  );
}

/** Who has a passkey already. */
function Own({ use, arrived }: { use: (code: string) => void; arrived: (who: Me) => Promise<void> }) {
  const trouble = useSignal("");
  const work = async () => {
    trouble.value = "";
    try {
      await arrived(await signIn());
    } catch (error) {
      trouble.value = passkeyWords(error);
    }
  };
  return (
    <>
      <p>{t("sign-in-words")}</p>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      <Button wide press={work}>{t("sign-in-passkey")}</Button>
      <Fold words={t("sign-in-have-code")}>
        <CodeField use={use} />
      </Fold>
      <p><a href="/join">{t("sign-in-patient")}</a></p>
    </>
  );
}
