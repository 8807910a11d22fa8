import { useSignal } from "@preact/signals";
import { type Reader, saidTo, seenBy } from "../../../shared/rules/three-sides.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { OneOf } from "./chips.tsx";
import { NextWords } from "./EpisodeCard.tsx";
import { Moves } from "./moves/Moves.tsx";
import type { Step, Suggestion } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { stands } from "./Suggestions.tsx";
import { momentOf, t } from "./words.ts";

export interface OneProps extends Here {
  one: Suggestion;
}

const SIDES: readonly Reader[] = ["worker", "person", "group"];
/** The group cannot take them: what comes next is something else. */
const GROUP_NO: readonly Suggestion["state"][] = ["full", "unsuitable"];

/** One suggestion: where it stands, what can be done now, and every step as each of the three sides sees it. */
export function One({ id, ...here }: Here & { id: string }) {
  const { opened: { support, waiting }, called, home } = here;
  const one = support.prescriptions.find((each) => each.id === id);
  const reader = useSignal<Reader>("worker");
  if (!one) return <Page title={t("sup-missing")} back={home}><p>{t("sup-missing-words")}</p></Page>;
  const steps = seenBy(one.steps, reader.value).toReversed();
  return (
    <Page title={one.name} back={home}>
      <p class="support-now"><strong>{stands({ ...one, next_on: null }, waiting.has(one.id))}</strong> <NextWords day={one.next_on} /></p>
      {one.why && <p>{t("sup-why-said", { why: one.why })}</p>}
      {one.kind === "activity" && <p><a href={`/near/${one.thing}`}>{t("sup-look-at")}</a></p>}
      {asks(one) && <Notice kind="warm"><p>{t("sup-asks", { called })}</p></Notice>}
      {GROUP_NO.includes(one.state) && <a class="button" href={`${home.to}/suggest`}>{t("sup-suggest-else")}</a>}
      <Moves {...here} one={one} />
      <section>
        <h2>{t("sup-steps")}</h2>
        {one.kind === "activity" && (
          <OneOf question={t("sup-steps-of")} options={SIDES} words={(side) => t("sup-side", { side, called })} chosen={reader.value} choose={(side) => (reader.value = side)} />
        )}
        <ol class="support-steps">
          {steps.map((step) => <StepLine key={step.id} step={step} waits={waiting.has(step.id)} reader={reader.value} called={called} />)}
          <li>{t("sup-made", { who: support.names[one.owner] ?? t("sup-somebody") })} <span class="soft small">{momentOf(one.made_at)}</span></li>
        </ol>
      </section>
    </Page>
  );
}

/** They asked something, and nobody has said anything to them since. */
function asks({ steps }: Suggestion): boolean {
  const last = steps.findLastIndex(({ kind, side, said }) => side === "person" && (kind === "ask" || (kind === "say" && said["to"] !== "group")));
  return last >= 0 && !steps.slice(last).some(({ kind, side, said }) => side === "worker" && kind === "say" && said["to"] === "person");
}

function StepLine({ step, waits, reader, called }: { step: Step; waits: boolean; reader: Reader; called: string }) {
  const { words, start, meets, getting, wear, contact, adjustments, agreed, outcome, to } = saidTo(reader, step);
  const said = [
    agreed && t("sup-told-agreed", { called }), contact && t("sup-told-contact", { contact: String(contact) }), adjustments && t("sup-told-adjustments", { words: String(adjustments) }),
    start && momentOf(String(start)), meets && t("sup-meets", { who: String(meets) }), getting && t("sup-getting", { how: String(getting) }), wear && t("sup-wear", { what: String(wear) }),
    outcome && t("sup-ended", { outcome: String(outcome) }), words && String(words),
  ].filter(Boolean) as string[];
  return (
    <li>
      <span class="what">{t("sup-happened", { kind: step.kind, side: step.side, called, to: String(to ?? "none") })}</span>{" "}
      <span class="soft small">{t("sup-step-by", { when: momentOf(step.at), who: step.called ?? called })}{waits && ` ${t("sup-waiting")}`}</span>
      {said.map((line) => <span key={line} class="note">{line}</span>)}
    </li>
  );
}
