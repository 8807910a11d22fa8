import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask, NoAnswer } from "../../../shared/api/client.ts";
import type { Me } from "../../../shared/store/meta.ts";
import { Button } from "../../components/Button.tsx";
import { focusName, NameField, nameOf } from "../../components/NameField.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { makePasskey } from "../../passkey.ts";
import { passkeyWords } from "../../passkey-words.ts";
import { reasonOf } from "../../reasons.ts";
import { deviceName } from "../join/device.ts";
import { t } from "./sign-in-words.ts";

type Look = Answer<"POST /api/invitation/look">;

interface InvitedProps {
  code: string;
  arrived: (who: Me) => Promise<void>;
  other: () => void;
}

/** Somebody with an invitation: who asks them, their name, and the passkey that they will sign in with. */
export function Invited({ code, arrived, other }: InvitedProps) {
  const look = useSignal<Look | null>(null);
  const trouble = useSignal("");
  const lookAt = async () => {
    trouble.value = "";
    try {
      look.value = await ask("POST /api/invitation/look", { code });
    } catch (error) {
      trouble.value = error instanceof NoAnswer ? t("sign-in-offline") : reasonOf(error);
    }
  };
  useEffect(() => void lookAt(), []);
  if (look.value) return <Make code={code} look={look.value} arrived={arrived} other={other} />;
  if (!trouble.value) return <Loading />;
  return (
    <>
      <Failed words={trouble.value} again={lookAt} />
      <Button kind="plain" press={other}>{t("sign-in-other")}</Button>
    </>
  );
}

function Make({ code, look, arrived, other }: InvitedProps & { look: Look }) {
  const called = useSignal(look.called ?? "");
  const wrong = useSignal("");
  const trouble = useSignal("");
  const make = async () => {
    const name = nameOf(called.value);
    trouble.value = "";
    wrong.value = name === null ? t("sign-in-called-needed") : "";
    if (name === null) return focusName();
    try {
      const { options } = await ask("POST /api/invitation/options", { code, called: name });
      const { credential } = await makePasskey(options);
      await arrived(await ask("POST /api/invitation", { code, credential, device_name: deviceName() }));
    } catch (error) {
      trouble.value = passkeyWords(error);
    }
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <p>{t("sign-in-welcome", { service: look.service, role: look.role })}</p>
      <NameField
        question={t("sign-in-called")} hint={t("sign-in-called-hint")} wrong={wrong.value}
        value={called.value} change={(name) => (called.value = name)}
      />
      <h2>{t("sign-in-passkey-title")}</h2>
      <p>{t("sign-in-passkey-words")}</p>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      <Button submit wide press={make}>{t("sign-in-make")}</Button>
      <Button kind="plain" press={other}>{t("sign-in-other")}</Button>
    </form>
  );
}
