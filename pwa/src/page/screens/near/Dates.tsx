import { type Card, datesToCome, type When } from "../../../shared/listings/cards.ts";
import { patternWords, whenWords } from "./say.ts";
import { t } from "./words.ts";

interface DatesProps {
  card: Card;
  now: Date;
  /** its own calendar, where it is published here and can be asked for */
  calendar?: string | undefined;
}

/** When it runs: how often, and the next dates with what is off or moved. */
export function Dates({ card, now, calendar }: DatesProps) {
  const dates = datesToCome(card, now);
  const often = card.patterns?.map(patternWords) ?? [];
  return (
    <section>
      <h2>{t("near-section-when")}</h2>
      {often.map((words) => <p key={words}>{words}</p>)}
      {card.usually && <p>{t("near-usually", { pattern: card.usually })}</p>}
      {!dates.length && !often.length && !card.usually && <p>{t("near-no-dates")}</p>}
      {dates.length > 0 && (
        <>
          <h3>{t("near-next-dates")}</h3>
          <ul class="near-dates">{dates.map((date) => <Dated key={date.id} date={date} now={now} />)}</ul>
          {calendar && dates.length > 1 && <p><a class="button plain" href={calendar}>{t("near-calendar-all")}</a></p>}
        </>
      )}
    </section>
  );
}

function Dated({ date, now }: { date: When; now: Date }) {
  const words = whenWords(date, now);
  const more = [
    date.status === "moved" && date.moved_from && t("near-moved-from", { date: whenWords({ start: date.moved_from }, now) }),
    date.place?.name,
    date.remaining != null && t("near-places-left", { count: date.remaining }),
    date.words,
  ].filter(Boolean).join(". ");
  return (
    <li>
      {date.status === "cancelled" ? <span class="off">{t("near-not-on")} <s>{words}</s></span> : words}
      {more && <span class="soft"> {more}</span>}
    </li>
  );
}
