import { useSignal } from "@preact/signals";
import { ask } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Failed } from "../../components/States.tsx";
import { go } from "../../router.ts";
import { me } from "../../state.ts";
import { lookWhoShares } from "../helping/helped.ts";
import { t, wordsOf } from "./words.ts";

interface HelpHereProps {
  code: string;
  /** who shares their diary */
  called: string | null;
  otherCode: () => void;
}

/** A carer's code on the phone of somebody who has Jointly already: their own record stays as it is. */
export function HelpHere({ code, called, otherCode }: HelpHereProps) {
  const trouble = useSignal("");
  const names = { called: called ?? t("join-somebody"), own: me.value!.called ?? t("join-somebody") };
  const accept = async () => {
    try {
      const { subject } = await ask("POST /api/shares/accept", { code });
      await lookWhoShares();
      go(`/helping/${subject}`, { replace: true });
    } catch (error) {
      trouble.value = wordsOf(error);
    }
  };
  return (
    <>
      <p>{t("join-help-here", names)}</p>
      {trouble.value && <Failed words={trouble.value} />}
      <Button wide press={accept}>{t("join-help", names)}</Button>
      <Button kind="plain" press={otherCode}>{t("join-other-code")}</Button>
    </>
  );
}
