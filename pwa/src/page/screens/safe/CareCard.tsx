import type { CardPart, Tier } from "../../../shared/content/safety-types.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { t } from "./words.ts";

/** One printed card: words first, so that colour is never needed. */
export function CareCard({ part: { tier, heading, lead, signs, advice } }: { part: CardPart }) {
  return (
    <section class={`care ${tier}`}>
      <h2 class="care-head">
        <TierMark tier={tier} />
        {heading}
      </h2>
      <div class="care-body">
        {lead && <p>{lead}</p>}
        <ul>{signs.map((sign) => <li key={sign.id}>{sign.words}</li>)}</ul>
        <h3>{t("safe-what-to-do")}</h3>
        <Blocks of={advice} />
      </div>
    </section>
  );
}

/** How urgent it is: a word to the eye, and a few more to those who listen. */
export function TierMark({ tier }: { tier: Tier }) {
  return (
    <>
      <span class="care-tier" aria-hidden="true">{t("safe-tier", { tier })}</span>
      <span class="heard">{t("safe-advice-for", { tier })} </span>
    </>
  );
}
