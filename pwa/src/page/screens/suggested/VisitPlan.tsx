import { useEffect } from "preact/hooks";
import { calendarOf } from "../../../shared/listings/calendar.ts";
import type { Card } from "../../../shared/listings/cards.ts";
import { type Suggestion, type Visit, visitOf } from "../../../shared/rules/suggested.ts";
import { Button } from "../../components/Button.tsx";
import { readHere } from "../near/here.ts";
import { directionsTo, placeLine } from "../near/links.ts";
import { useListing } from "../near/useListing.ts";
import { handOver } from "../progress/hand-over.ts";
import { LISTING, Look } from "./Look.tsx";
import { namesOf, startWords, t } from "./words.ts";

const PLANNED: readonly string[] = ["offered", "booked", "missed", "going", "agreed"];

/** Who meets them, how they get there, what to wear and bring; the place from what this phone keeps of what is on. */
export function VisitPlan({ suggestion }: { suggestion: Suggestion }) {
  const visit = aheadOf(suggestion);
  const said = Object.values(visit).some(Boolean);
  if (!PLANNED.includes(suggestion.state)) return suggestion.state === "suggested" ? null : <Look suggestion={suggestion} />;
  return LISTING.test(suggestion.thing)
    ? <Listed key={suggestion.thing} suggestion={suggestion} visit={visit} said={said} />
    : said ? <Plan suggestion={suggestion} visit={visit} card={null} /> : null;
}

/** The plan without a day that is over: who went, or could not go, is not told to be there then. */
function aheadOf(suggestion: Suggestion): Visit {
  const visit = visitOf(suggestion);
  const over = suggestion.state !== "booked" && visit.start !== null && Date.parse(visit.start) < Date.now();
  return over ? { ...visit, start: null } : visit;
}

/** With the place that the listing states. */
function Listed({ suggestion, visit, said }: { suggestion: Suggestion; visit: Visit; said: boolean }) {
  useEffect(() => void readHere(), []);
  const card = useListing(suggestion.thing).known?.card ?? null;
  return said || card ? <Plan suggestion={suggestion} visit={visit} card={card} /> : <Look suggestion={suggestion} />;
}

function Plan({ suggestion, visit, card }: { suggestion: Suggestion; visit: Visit; card: Card | null }) {
  const { start } = visit;
  const place = card && card.attendance !== "online" ? (card.place ?? null) : null;
  return (
    <section aria-labelledby="visit-title">
      <h2 id="visit-title">{t(suggestion.state === "offered" ? "visit-title-offered" : "visit-title")}</h2>
      <dl class="pairs suggested-visit">
        {start && <><dt>{t("visit-when")}</dt><dd>{startWords(start)}</dd></>}
        {place && <><dt>{t("visit-where")}</dt><dd>{placeLine(place)}</dd></>}
        {(["meets", "getting", "wear"] as const).map((part) => (
          <><dt>{t(`visit-${part}`)}</dt><dd>{visit[part] ?? <span class="soft">{t("visit-not-said")}</span>}</dd></>
        ))}
      </dl>
      <div class="buttons">
        {start && <Button kind="quiet" press={() => toCalendar(suggestion, start, card)}>{t("visit-calendar")}</Button>}
        {place && <a class="button quiet" href={directionsTo(place, navigator.userAgent)} target="_blank" rel="noopener noreferrer">{t("visit-directions")}</a>}
      </div>
      <Look suggestion={suggestion} />
    </section>
  );
}

function toCalendar(suggestion: Suggestion, start: string, card: Card | null): void {
  const place = card && card.attendance !== "online" && card.place ? placeLine(card.place) : null;
  const words = t("visit-calendar-words", { group: namesOf(suggestion).group });
  const url = `${location.origin}/suggested/${suggestion.id}`;
  const event = { uid: `${suggestion.id}@${location.host}`, start: new Date(start), end: null, name: suggestion.name, place, words, url };
  handOver("visit.ics", "text/calendar", calendarOf(event, new Date()));
}
