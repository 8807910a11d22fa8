import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { ask } from "../../../shared/api/client.ts";
import { Shown, useAsked } from "../../components/Asked.tsx";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { me, serviceName, today } from "../../state.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { locale } from "../../messages.ts";
import { back, onDay, t, troubleOf } from "./words.ts";
import "./account.css";

/** Eight codes that each open this record once, for somebody who lost their phone. Shown once, to be printed or written down. */
export default function Recovery() {
  const asked = useAsked(() => ask("GET /api/recovery-codes"));
  const codes = useSignal<string[]>([]);
  const trouble = useSignal("");
  const make = async () => {
    trouble.value = "";
    try {
      codes.value = (await withProof(() => ask("POST /api/recovery-codes"))).codes;
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : troubleOf(error);
    }
  };
  const done = () => {
    codes.value = [];
    void asked.again();
  };
  return (
    <Page title={t("recovery-title")} back={back}>
      {codes.value.length > 0 ? <Made codes={codes.value} done={done} /> : (
        <>
          <p>{t("recovery-intro")}</p>
          <Shown of={asked}>{({ left, made_at }) => (
            <>
              <p>{made_at ? t("recovery-left", { count: left, day: onDay(made_at) }) : t("recovery-none")}</p>
              {made_at && <p>{t("recovery-replace")}</p>}
              {trouble.value && <Failed words={trouble.value} />}
              <Button wide kind={made_at ? "quiet" : "main"} press={make}>{t(made_at ? "recovery-make-new" : "recovery-make")}</Button>
            </>
          )}</Shown>
        </>
      )}
    </Page>
  );
}

function Made({ codes, done }: { codes: string[]; done: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <section class="code-box">
        <h2 ref={heading} tabIndex={-1}>{t("recovery-made", { service: serviceName.value })}</h2>
        <p class="only-print">{[me.value?.called ?? "", dateWords(today.value, locale)].filter(Boolean).join(", ")}</p>
        <ol class="codes">{codes.map((code) => <li key={code}>{code}</li>)}</ol>
        <p>{t("recovery-how", { address: location.host })}</p>
      </section>
      <p class="not-print">{t("recovery-once")}</p>
      <div class="buttons">
        <Button press={() => print()}>{t("recovery-print")}</Button>
        <Button kind="quiet" press={done}>{t("recovery-done")}</Button>
      </div>
    </>
  );
}
