import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ask, NoAnswer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { atRisk, me, store } from "../../state.ts";
import { another, JOINING } from "../../who.ts";
import { deviceName } from "../join/device.ts";
import { open } from "../join/open.ts";
import { cameBack, forgetCameBack, problemIn, t } from "./words.ts";

const START = "/api/nhs-login/start";

/** On the screen for a code: the other way in, and what came of it when the browser comes back from there. */
export default function NhsSignIn() {
  const came = useRef(cameBack()).current;
  const trouble = useSignal(problemIn(came));
  useEffect(() => {
    forgetCameBack();
    if (trouble.value) void stayed();
    if (came === "signed-in") void arrive().catch((error: unknown) => {
      trouble.value = t(error instanceof NoAnswer ? "nhs-login-problem-offline" : "nhs-login-problem-again");
    });
  }, []);
  return (
    <>
      {trouble.value && (
        <Notice kind="warm" title={t("nhs-login-trouble")} urgent>
          <p>{trouble.value}</p>
        </Notice>
      )}
      <Fold words={t("nhs-login-use")} open={Boolean(trouble.value)}>
        <p>{t("nhs-login-use-words")}</p>
        <Button kind="quiet" wide press={leave}>{t("nhs-login-continue")}</Button>
      </Fold>
    </>
  );
}

/** Noted before leaving: whoever comes back may be another person than the one whose record is on this phone. */
async function leave(): Promise<void> {
  await store.value!.write(JOINING, { code: START, device: "" });
  location.assign(`${START}?device_name=${encodeURIComponent(deviceName())}`);
}

async function stayed(): Promise<void> {
  const joining = await store.value!.read<{ code: string }>(JOINING);
  if (joining?.code === START) await store.value!.forget(JOINING);
}

async function arrive(): Promise<void> {
  const who = await ask("GET /api/me");
  if (me.value && me.value.person !== who.person && atRisk.value) another.value = who;
  else await open(who);
}
