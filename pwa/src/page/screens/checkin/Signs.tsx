import type { CardPart, CareCard } from "../../../shared/content/safety-types.ts";
import type { Section } from "../../../shared/rules/check-in.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { go } from "../../router.ts";
import { Onwards } from "./Onwards.tsx";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

interface SignsProps {
  run: Run;
  section: Section;
  /** the number of the screen, from 1: one for each card */
  page: string | undefined;
}

/** The printed signs of the pathway's care cards, a card a screen. A yes opens that card at once; nothing is added up. */
export function Signs({ run, section, page }: SignsProps) {
  const saving = useSaving();
  const cards = run.pathway.safety.flatMap((slug) => run.packs.safety.cards.find((card) => card.slug === slug) ?? []);
  const place = Math.min(Math.max(Number(page ?? 1), 1), cards.length);
  const card = cards[place - 1];
  const yes = (sign: string) => run.stopFor("sign", card!.slug, sign, `${section.id}/${place}`, { signs: "yes" });
  const none = async () => {
    if (place < cards.length) return go(run.at(section.id, place + 1));
    const changes = { signs: "done" as const, left: run.held.left.filter((id) => id !== section.id) };
    if (await saving.try(() => run.write(changes))) go(run.after(section));
  };
  const back = place === 1 ? { to: run.base, words: run.step.title } : { to: run.at(section.id, place - 1), words: t("checkin-page-before") };
  return (
    <Page title={t("checkin-signs-title")} back={back}>
      {cards.length > 1 && <p class="soft">{t("checkin-page", { page: place, of: cards.length })}</p>}
      {place === 1 && <p>{t("checkin-signs-how")}</p>}
      {card?.parts.map((part) => <Part key={part.heading} part={part} card={card} yes={yes} />)}
      <saving.Trouble />
      <Onwards run={run} section={section} />
      <div class="thumb"><Button press={none}>{t(run.held.signs === "yes" ? "checkin-signs-no-more" : "checkin-signs-none")}</Button></div>
    </Page>
  );
}

function Part({ part: { lead, signs }, card, yes }: { part: CardPart; card: CareCard; yes: (sign: string) => unknown }) {
  return (
    <section class="signs">
      {lead ? <h2>{capital(lead)}</h2> : <h2 class="heard">{card.title}</h2>}
      <ul class="rows">
        {signs.map((sign) => (
          <li key={sign.id} class="row">
            <span class="grow">{capital(sign.words)}</span>
            <Button kind="quiet" label={t("checkin-signs-yes-to", { sign: sign.words })} press={() => yes(sign.id)}>
              {t("checkin-signs-yes")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a card the words go on from a heading; here they begin a line. */
const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
