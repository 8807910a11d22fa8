import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask } from "../../../shared/api/client.ts";
import type { Answer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { CodeBox } from "./CodeBox.tsx";
import { Qr } from "./Qr.tsx";
import { back, t, troubleOf } from "./words.ts";

type Code = Answer<"POST /api/second-device">;

/** Opens the same record on another phone: with its camera, or with the code typed there. Good for minutes, once. */
export default function AnotherPhone() {
  const code = useSignal<Code | null>(null);
  const trouble = useSignal("");
  const make = async () => {
    trouble.value = "";
    try {
      code.value = await withProof(() => ask("POST /api/second-device"));
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : troubleOf(error);
    }
  };
  return (
    <Page title={t("another-title")} back={back}>
      {code.value ? <Made code={code.value} again={make} /> : (
        <>
          <p>{t("another-intro")}</p>
          <p>{t("another-warning")}</p>
          {trouble.value && <Failed words={trouble.value} />}
          <Button wide press={make}>{t("another-make")}</Button>
        </>
      )}
    </Page>
  );
}

function Made({ code, again }: { code: Code; again: () => unknown }) {
  const left = useSecondsTo(code.ends_at);
  if (left <= 0) {
    return (
      <Notice kind="warm" title={t("another-over")} urgent>
        <Button press={again}>{t("another-make-new")}</Button>
      </Notice>
    );
  }
  const steps = [t("another-1"), t("another-2", { address: location.host }), t("another-3")];
  return (
    <>
      <Qr rows={code.qr} title={t("another-qr")} />
      <p role="timer" aria-live="off" class="numbers">{t("another-left", { minutes: Math.floor(left / 60), seconds: String(left % 60).padStart(2, "0") })}</p>
      <CodeBox title={t("another-box")} code={code.code} link={code.link} ends_at={code.ends_at} steps={steps} />
      <a class="button quiet" href="/more/devices">{t("another-to-devices")}</a>
    </>
  );
}

/** Whole seconds until then, never below 0, counted down. */
function useSecondsTo(instant: string): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [instant]);
  return Math.max(0, Math.ceil((Date.parse(instant) - now.value) / 1_000));
}
