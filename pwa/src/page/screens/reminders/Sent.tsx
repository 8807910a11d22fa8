import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Answer } from "../../../shared/api/client.ts";
import type { Says } from "../../../shared/reminders/message.ts";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { answersWaiting } from "../../reminders/answering.ts";
import { fetchCopy, useLatest } from "../../reminders/copies.ts";
import { Answering } from "./Answering.tsx";
import { AsOf } from "./AsOf.tsx";
import { atTime, backHere, itemWords, t, whyWords } from "./words.ts";

type Told = Answer<"GET /api/reminders/told">["told"][number];

/** What was sent, how it went, and why it was sent at all. */
export function Sent() {
  const latest = useLatest("GET /api/reminders/told");
  const told = latest.copy.value?.value.told ?? null;
  /** null until it is known what waits: nobody is asked what they answered a moment ago */
  const waiting = useSignal<ReadonlyMap<string, Says> | null>(null);
  useEffect(() => void answersWaiting().catch(() => new Map<string, Says>()).then((found) => (waiting.value = found)), []);
  return (
    <Page title={t("remind-sent")} back={backHere}>
      <AsOf of={latest} />
      {told?.length === 0 && <Empty><p>{t("remind-sent-none")}</p></Empty>}
      {told && told.length > 0 && <ul class="rows">{told.map((one) => <li key={one.id} class="row told"><One one={one} waiting={waiting.value} /></li>)}</ul>}
    </Page>
  );
}

function One({ one, waiting }: { one: Told; waiting: ReadonlyMap<string, Says> | null }) {
  const { at, channel, items, answer } = one;
  const whys = [...new Set(items.map(whyWords))];
  const whats = [...new Set(items.map(itemWords))];
  return (
    <div class="grow">
      {whats.map((what) => <span key={what} class="what">{what}</span>)}
      <span class="detail">{atTime(at)}</span>
      <span class="detail">{t(`remind-sent-by-${channel}`)}: {t(`remind-state-${stateOf(one)}`)}</span>
      {whys.map((why) => <span key={why} class="detail">{t("remind-sent-why", { why })}</span>)}
      {answer && waiting && isOfUse(answer) && (
        <Answering token={answer.token} says={answer.says} what={whats.join(", ")} waiting={waiting.get(answer.token)} heard={keepCopy} />
      )}
    </div>
  );
}

/** The copy of the last time may be older than what can still be answered. */
const isOfUse = ({ until }: NonNullable<Told["answer"]>): boolean => Date.now() < Date.parse(until);

/** What was answered is in the next copy: without a signal nobody is asked again. */
const keepCopy = (): void => void fetchCopy("GET /api/reminders/told").catch(() => undefined);

const stateOf = ({ state, shown_at, done_at, later_at }: Told): string => (done_at ? "done" : later_at ? "later" : shown_at ? "shown" : state);
