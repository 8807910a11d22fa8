import { useSignal } from "@preact/signals";
import type { Answer } from "../../../shared/api/client.ts";
import { ask } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { focusName, NameField, nameOf } from "../../components/NameField.tsx";
import { Failed } from "../../components/States.tsx";
import { startSending, stopSending } from "../../sending.ts";
import { atRisk, me, store } from "../../state.ts";
import { calledBefore, rememberCalled } from "./code.ts";
import { deviceFor, deviceName } from "./device.ts";
import { Differs } from "./Differs.tsx";
import { open } from "./open.ts";
import { t, wordsOf } from "./words.ts";

type Me = Answer<"POST /api/join">;

interface LookedProps {
  code: string;
  look: Answer<"POST /api/join/look">;
  otherCode: () => void;
}

/** What the code opens, what to be called, and the one button that uses it. */
export function Looked({ code, look, otherCode }: LookedProps) {
  const asks = look.kind === "carer" || (look.kind !== "demonstration" && !look.called);
  const called = useSignal(calledBefore());
  const wrong = useSignal(false);
  const trouble = useSignal("");
  const differs = useSignal<Me | null>(null);

  const confirm = async () => {
    const name = nameOf(called.value);
    wrong.value = asks && name === null;
    if (wrong.value) return focusName();
    stopSending();
    try {
      const device = await deviceFor(code);
      const who = await ask("POST /api/join", { code, device, device_name: deviceName(), ...(asks && { called: name }) });
      if (me.value && me.value.person !== who.person && atRisk.value) differs.value = who;
      else await open(who);
    } catch (error) {
      startSending(store.value!);
      trouble.value = wordsOf(error);
    }
  };
  if (differs.value) return <Differs who={differs.value} />;
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <p>{t(opensWords(look), { service: look.service, called: look.called ?? t("join-somebody") })}</p>
      {asks && (
        <NameField
          question={t("join-called")} hint={t("join-called-hint")} wrong={wrong.value ? t("join-called-needed") : ""}
          value={called.value} change={(name) => rememberCalled((called.value = name))}
        />
      )}
      {look.role === "patient" && <p class="soft">{t("join-who", { service: look.service })}</p>}
      {trouble.value && <Failed words={trouble.value} />}
      <Button submit wide press={confirm}>{t(confirmWords(look))}</Button>
      <Button kind="plain" press={otherCode}>{t("join-other-code")}</Button>
    </form>
  );
}

function opensWords({ kind, role, called }: LookedProps["look"]): string {
  if (kind === "demonstration") return role === "advisor" ? "join-demonstration-advisor" : "join-demonstration";
  if (role === "advisor") return "join-advisor";
  if (kind === "service" || kind === "carer" || kind === "recovery") return `join-${kind}`;
  return called ? "join-person" : "join-person-unnamed";
}

function confirmWords({ kind, role }: LookedProps["look"]): string {
  if (kind === "demonstration") return "join-confirm-demonstration";
  if (role === "advisor") return "join-confirm-advisor";
  return kind === "carer" ? "join-confirm-carer" : "join-confirm";
}
