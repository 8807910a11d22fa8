import type { Answer } from "../../../shared/api/client.ts";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { useLatest } from "../../reminders/copies.ts";
import { AsOf } from "./AsOf.tsx";
import { atTime, backHere, itemWords, t, whyWords } from "./words.ts";

type Told = Answer<"GET /api/reminders/told">["told"][number];

/** What was sent, how it went, and why it was sent at all. */
export function Sent() {
  const latest = useLatest("GET /api/reminders/told");
  const told = latest.copy.value?.value.told ?? null;
  return (
    <Page title={t("remind-sent")} back={backHere}>
      <AsOf of={latest} />
      {told?.length === 0 && <Empty><p>{t("remind-sent-none")}</p></Empty>}
      {told && told.length > 0 && <ul class="rows">{told.map((one) => <li key={one.id} class="row"><One one={one} /></li>)}</ul>}
    </Page>
  );
}

function One({ one }: { one: Told }) {
  const { at, channel, items } = one;
  const whys = [...new Set(items.map(whyWords))];
  return (
    <span class="grow">
      {[...new Set(items.map(itemWords))].map((what) => <span key={what} class="what">{what}</span>)}
      <span class="detail">{atTime(at)}</span>
      <span class="detail">{t(`remind-sent-by-${channel}`)}: {t(`remind-state-${stateOf(one)}`)}</span>
      {whys.map((why) => <span key={why} class="detail">{t("remind-sent-why", { why })}</span>)}
    </span>
  );
}

const stateOf = ({ state, shown_at, done_at }: Told): string => (done_at ? "done" : shown_at ? "shown" : state);
