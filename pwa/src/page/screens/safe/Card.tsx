import { Fragment } from "preact";
import type { CareCard as Facts, SafetyPack } from "../../../shared/content/safety-types.ts";
import { Helplines } from "../../components/Helplines.tsx";
import { Page } from "../../components/Page.tsx";
import { CareCard } from "./CareCard.tsx";
import { Numbers } from "./Numbers.tsx";
import { numbersOf } from "./pack.ts";
import { t } from "./words.ts";

/** One card, whole: when to act, how soon, and whom to call. Nothing is asked, and nothing is noted. */
export function Card({ pack, card }: { pack: SafetyPack; card: Facts }) {
  return (
    <Page title={card.title} back={{ to: "/safe", words: t("safe-all") }}>
      {card.parts.map((part) => (
        <Fragment key={part.heading}>
          <CareCard part={part} />
          <Numbers of={numbersOf(pack, part.numbers)} />
        </Fragment>
      ))}
      <Helplines />
      <p class="soft small">{t("safe-not-seen")}</p>
      {!card.approved && <p class="soft small">{t("safe-not-approved")}</p>}
    </Page>
  );
}
