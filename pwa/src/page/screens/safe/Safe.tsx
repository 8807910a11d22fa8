import type { ComponentChildren } from "preact";
import type { CareCard, SafetyPack, Tier } from "../../../shared/content/safety-types.ts";
import { Button } from "../../components/Button.tsx";
import { Helplines } from "../../components/Helplines.tsx";
import { Icon } from "../../components/Icon.tsx";
import { Page } from "../../components/Page.tsx";
import { arrivals, go } from "../../router.ts";
import type { ScreenProps } from "../../screens.ts";
import { Card } from "./Card.tsx";
import { BasicNumbers, Numbers } from "./Numbers.tsx";
import { useSafety } from "./pack.ts";
import { Stopped } from "./Stopped.tsx";
import { t } from "./words.ts";
import "./safe.css";

const TIERS: readonly Tier[] = ["emergency", "urgent", "non-urgent"];

/**
 * /safe: whom to call, and every card. /safe/<slug>: one card. With ?sign=<id>&then=<address> and more (stopAddress): the
 * page that stops a check-in, which goes on at that address. For everybody, locked or not. Reading a card is a private
 * act: nothing notes it.
 */
export default function Safe({ parts: [slug] }: ScreenProps) {
  const pack = useSafety();
  const asked = new URLSearchParams(location.search);
  if (!pack) return <Around><BasicNumbers /><Helplines /></Around>;
  if (slug === undefined) return <List pack={pack} />;
  const card = pack.cards.find((each) => each.slug === slug);
  if (!card) return <Missing />;
  if (asked.get("sign")) return <Stopped card={card} asked={asked} />;
  return <Card pack={pack} card={card} />;
}

/** The way back to wherever the person was: on a locked phone, and before joining, there is no other. */
function Around({ children }: { children: ComponentChildren }) {
  const back = () => (arrivals.value > 0 ? history.back() : go("/"));
  return (
    <>
      <Button kind="plain" press={back}><Icon name="back" /> {t("safe-back")}</Button>
      <Page title={t("safe-title")}>{children}</Page>
    </>
  );
}

function List({ pack }: { pack: SafetyPack }) {
  return (
    <Around>
      <h2>{t("safe-numbers")}</h2>
      <Numbers of={pack.numbers.filter((number) => number.top)} />
      {TIERS.map((tier) => (
        <section key={tier} class={`care-list ${tier}`}>
          <h2 class="care-tier">{t("safe-tier", { tier })}</h2>
          <ul class="rows">
            {pack.cards.filter((card) => card.tier === tier).map((card) => <li key={card.slug}><Row card={card} /></li>)}
          </ul>
        </section>
      ))}
      <Helplines />
      <p class="soft small">{t("safe-not-seen")}</p>
    </Around>
  );
}

function Row({ card }: { card: CareCard }) {
  return (
    <a class="row" href={`/safe/${card.slug}`}>
      <span class="grow">
        <span class="what">{card.title}</span>
        <span class="detail">{card.parts.map((part) => part.action).join(" · ")}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}

function Missing() {
  return (
    <Page title={t("safe-missing")} back={{ to: "/safe", words: t("safe-all") }}>
      <p>{t("safe-missing-words")}</p>
      <a class="button" href="/safe">{t("safe-all")}</a>
    </Page>
  );
}
