import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { MILES, choose, askOf, clear, filters } from "../near/filters.ts";
import type { Spot } from "../../../shared/listings/place.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { Filters } from "../near/Filters.tsx";
import { ListingWords } from "../near/ListingRow.tsx";
import { t as near } from "../near/words.ts";
import { Where } from "../near/Where.tsx";
import { useDoing } from "./doing.tsx";
import { fillIn, type Listed, needsOf, shortlistOf, spotNamed, toggle, travelOf, useFound } from "./looking.ts";
import { opened } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { t } from "./words.ts";
import { onPage } from "./writing.ts";
import "../near/near.css";

/** What is on near them, with their needs, travel and times filled in from their page; all of it can be changed. */
export function Activities({ opened: now, person, called, home }: Here) {
  const travel = travelOf(now);
  /** undefined until it has been looked up */
  const spot = useSignal<Spot | null | undefined>(undefined);
  const doing = useDoing();
  fillIn(now);
  useEffect(() => void spotNamed(travel.place).then((found) => (spot.value = found)), [travel.place]);
  const go = async (to: Spot | null) => {
    spot.value = to;
    const place = to && (to.outcode ?? to.name);
    if (place && !travel.place) await doing.run(() => onPage(person, { section: "travel", place, miles: filters.value.miles, time: filters.value.time }));
  };
  if (spot.value === undefined) return <Loading />;
  const online = filters.value.online;
  if (!spot.value && !online) {
    return (
      <>
        <p>{t("sup-where-none", { called })}</p>
        <Where go={go} />
        <doing.Trouble />
      </>
    );
  }
  const { miles, time } = filters.value;
  const place = spot.value?.outcode ?? spot.value?.name ?? t("sup-where-here");
  const needs = needsOf(now).map((need) => near(`near-facet-${need}`)).join(", ");
  return (
    <>
      <div class="near-place">
        <p>{online ? near("near-here-online") : t("sup-looking-near", { place, miles, time })} {needs && t("sup-looking-needs", { needs, called })}</p>
        <Button kind="plain" press={() => ((spot.value = null), choose({ online: false }))}>{near("near-change-place")}</Button>
      </div>
      <doing.Trouble />
      <Fold words={t("sup-looking-change")}><Filters /></Fold>
      <Results ask={askOf(filters.value, spot.value)} {...{ person, home }} />
    </>
  );
}

function Results({ ask, person, home }: Pick<Here, "person" | "home"> & { ask: ReturnType<typeof askOf> }) {
  const { found, further, again } = useFound(ask);
  if (found === "looking") return <Loading />;
  if (found === "offline" || found === "failed") return <Failed words={found === "offline" ? t("sup-offline") : near("near-failed")} again={again} />;
  const { lines, more } = found;
  const chosen = shortlistOf(person);
  const wider = MILES.find((miles) => miles > filters.value.miles);
  return (
    <>
      <p class="near-found" role="status" tabIndex={-1}>{t(more ? "sup-found-many" : "sup-found", { count: lines.length })}</p>
      {chosen.length > 0 && <p><a class="button quiet" href={`${home.to}/shortlist`}>{t("sup-shortlist-open", { count: chosen.length })}</a></p>}
      <ul class="rows">
        {lines.map((one) => <Row key={one.card.id} one={one} {...{ person, home }} days={ask.days} />)}
      </ul>
      {more && <Button kind="quiet" press={further}>{near("near-more-lines")}</Button>}
      {lines.length < 3 && (
        <div class="buttons">
          {wider && ask.around && <Button kind="quiet" press={() => choose({ miles: wider })}>{t("sup-wider", { miles: wider })}</Button>}
          <Button kind="quiet" press={clear}>{t("sup-without")}</Button>
        </div>
      )}
    </>
  );
}

/** Each with what one does with it: suggest it, keep it for choosing together; or look at it where it was suggested before. */
function Row({ one, person, home, days }: Pick<Here, "person" | "home"> & { one: Listed; days: readonly number[] }) {
  const { card, source, km } = one;
  const before = opened.value?.support.prescriptions.find(({ thing, state }) => thing === card.id && state !== "closed");
  const on = shortlistOf(person).some((each) => each.card.id === card.id);
  return (
    <li class="row support-found">
      <ListingWords card={card} source={source} km={km ?? null} days={days} />
      <span class="support-found-do">
        {before && <a class="button plain" href={`${home.to}/suggested/${before.id}`}>{t("sup-suggested-already")}</a>}
        <a class={before ? "button quiet" : "button"} href={`${home.to}/suggest/activity/${card.id}`} aria-label={t("sup-suggest-label", { name: card.name })}>{t("sup-suggest-this")}</a>
        <Button kind="quiet" press={() => toggle(person, one)} label={t(on ? "sup-short-off-label" : "sup-short-on-label", { name: card.name })}>{t(on ? "sup-short-off" : "sup-short-on")}</Button>
      </span>
    </li>
  );
}
