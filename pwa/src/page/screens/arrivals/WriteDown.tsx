import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type Answer, askAt, type Body } from "../../../shared/api/client.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { Page } from "../../components/Page.tsx";
import { OneOf } from "../organisation/fields.tsx";
import { Form } from "../refer/Form.tsx";
import { Receipt } from "../refer/Receipt.tsx";
import { Text } from "../refer/Text.tsx";
import type { NewArrival } from "../refer/who.ts";
import { t as refer } from "../refer/words.ts";
import { home, t } from "./words.ts";

type Source = Body<"PUT /api/referrals/new/{referral}">["source"];
const SOURCES: readonly Source[] = ["practice", "agency", "advisor", "self"];
const NAME = 70;

/** A referral that came by phone or on paper, written down by one of the team, of somebody who has no record here. */
export function WriteDown() {
  const source = useSignal<Source>("practice");
  const organisation = useSignal("");
  const receipt = useSignal<Answer<"PUT /api/referrals/new/{referral}"> | null>(null);
  const id = useRef(uuid7());
  const send = async (who: NewArrival) => {
    const said = { source: source.value, organisation: organisation.value.trim() || null, who };
    receipt.value = await askAt("PUT /api/referrals/new/{referral}", { referral: id.current }, said);
    id.current = uuid7();
  };
  if (receipt.value) {
    return (
      <Page title={refer("refer-sent")} back={home}>
        <Receipt of={receipt.value} from={organisation.value.trim() || null} another={() => (receipt.value = null)} />
      </Page>
    );
  }
  const named = source.value === "practice" || source.value === "agency";
  return (
    <Page title={t("arrivals-write")} back={home}>
      <OneOf
        question={refer("refer-source")} of={SOURCES.map((each) => [each, refer(`refer-source-${each}`)] as const)} value={source.value}
        choose={(value) => (source.value = value)}
      />
      {named && <Text question={refer("refer-organisation")} longest={NAME} value={organisation.value} change={(text) => (organisation.value = text)} />}
      <Form send={send} />
    </Page>
  );
}
