import { type Card, datesToCome, nextDate, type Source } from "../../../shared/listings/cards.ts";
import { Icon } from "../../components/Icon.tsx";
import { awayWords, dayOfWords, doubtWords, freshWords, patternWords, placeWords, priceWords, suitsWords, whenWords } from "./say.ts";
import { t } from "./words.ts";

interface ListingRowProps {
  card: Card;
  source: Source | undefined;
  /** kilometres; left out where nobody asked from somewhere */
  km?: number | null;
  /** weekdays that were asked for */
  days?: readonly number[];
  gone?: boolean;
}

/** One listing in a list: what, when, where, how far, what it costs, and how fresh that is. */
export function ListingRow(props: ListingRowProps) {
  return (
    <li>
      <a class="row" href={`/near/${props.card.id}`}>
        <ListingWords {...props} />
        <Icon name="next" />
      </a>
    </li>
  );
}

/** The words of such a row; also for whoever publishes it, before anybody else sees them. */
export function ListingWords({ card, source, km, days = [], gone }: ListingRowProps) {
  const now = new Date();
  const doubt = gone ? t("near-gone-saved") : doubtWords(card, source, now);
  const facts = [priceWords(card), km !== undefined && awayWords(km)].filter(Boolean);
  const place = placeWords(card);
  return (
    <span class="grow">
      <span class="what">{card.name}</span>
      <Next card={card} now={now} days={days} />
      <span class="detail">{facts.join(" · ")}</span>
      {place && <span class="detail">{place}</span>}
      {suitsWords(card).map((words) => <span key={words} class="detail suits">{words}</span>)}
      <span class="detail fresh">{freshWords(card, source, now)}</span>
      {doubt && <span class="detail doubt">{doubt}</span>}
    </span>
  );
}

/** The next date. A cancelled one before it is struck out, and said to be off. */
function Next({ card, now, days }: { card: Card; now: Date; days: readonly number[] }) {
  const next = nextDate(card, now, days) ?? nextDate(card, now);
  const off = datesToCome(card, now).find(({ status, start }) => status === "cancelled" && (!next || start < next.start));
  const usual = !next && (card.patterns?.[0] ? patternWords(card.patterns[0]) : card.usually);
  return (
    <>
      {off && <span class="detail off">{t("near-not-on")} <s>{dayOfWords(off.start, now)}</s></span>}
      <span class="detail when">{next ? whenWords(next, now) : usual || t("near-no-dates")}</span>
    </>
  );
}
