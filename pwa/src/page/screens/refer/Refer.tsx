import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type Answer, ask } from "../../../shared/api/client.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { decoded } from "../../router.ts";
import { Form } from "./Form.tsx";
import { Receipt } from "./Receipt.tsx";
import { Text } from "./Text.tsx";
import type { NewArrival } from "./who.ts";
import { t, troubleOf } from "./words.ts";

const CODE = 40;

/**
 * /refer#CODE, for a practice or an agency without an account. The code is in the part of the address that browsers keep to
 * themselves, and goes in the body. The form makes the referral's id, so that sending it again is one referral.
 */
export default function Refer() {
  const code = useSignal("");
  const opened = useSignal<Answer<"POST /api/refer/look"> | null>(null);
  const receipt = useSignal<Answer<"POST /api/refer"> | null>(null);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const id = useRef(uuid7());
  const look = async () => {
    trouble.value = "";
    busy.value = true;
    try {
      opened.value = await ask("POST /api/refer/look", { code: code.value.trim() });
    } catch (error) {
      trouble.value = troubleOf(error);
    } finally {
      busy.value = false;
    }
  };
  useEffect(() => {
    code.value = decoded(location.hash.slice(1)) ?? "";
    if (code.value) void look();
  }, []);
  const send = async (who: NewArrival) => {
    receipt.value = await ask("POST /api/refer", { code: code.value.trim(), id: id.current, who });
    id.current = uuid7();
  };
  const name = opened.value?.name ?? null;
  return (
    <Page title={t(receipt.value ? "refer-sent" : "refer-title")}>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      {receipt.value && <Receipt of={receipt.value} from={name} another={() => (receipt.value = null)} />}
      {opened.value && !receipt.value && <><p>{t("refer-as", { ...opened.value })}</p><Form send={send} /></>}
      {!opened.value && (busy.value ? <Loading /> : (
        <form onSubmit={(event) => event.preventDefault()}>
          <Text question={t("refer-code")} hint={t("refer-open")} longest={CODE} value={code.value} change={(text) => (code.value = text)} />
          <Button submit press={() => (code.value.trim() ? look() : undefined)}>{t("refer-look")}</Button>
        </form>
      ))}
    </Page>
  );
}
