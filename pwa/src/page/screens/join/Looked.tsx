import { useSignal } from "@preact/signals";
import type { Answer } from "../../../shared/api/client.ts";
import { ask } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
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
  const asks = look.kind !== "demonstration" && !look.called;
  const called = useSignal(calledBefore());
  const wrong = useSignal(false);
  const trouble = useSignal("");
  const differs = useSignal<Me | null>(null);

  const confirm = async () => {
    const name = called.value.trim();
    wrong.value = asks && (name.length < 1 || name.length > 60);
    if (wrong.value) return document.getElementById("called")?.focus();
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
      <p>{t(opensWords(look), { service: look.service, called: look.called ?? "" })}</p>
      {asks && (
        <div class={wrong.value ? "field wrong" : "field"}>
          <label for="called">{t("join-called")}</label>
          <span class="hint" id="called-hint">{t("join-called-hint")}</span>
          {wrong.value && <span class="wrong-words" role="alert">{t("join-called-needed")}</span>}
          <input
            id="called"
            class="input"
            autocomplete="nickname"
            maxLength={60}
            aria-describedby="called-hint"
            value={called.value}
            onInput={(event) => rememberCalled((called.value = event.currentTarget.value))}
          />
        </div>
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
  if (kind === "service") return "join-service";
  return called ? "join-person" : "join-person-unnamed";
}

function confirmWords({ kind, role }: LookedProps["look"]): string {
  if (kind === "demonstration") return "join-confirm-demonstration";
  return role === "advisor" ? "join-confirm-advisor" : "join-confirm";
}
