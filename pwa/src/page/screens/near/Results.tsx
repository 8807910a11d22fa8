import { useSignal } from "@preact/signals";
import { type Ask, loosened, type Part } from "../../../shared/listings/near.ts";
import { KM_PER_MILE } from "../../../shared/listings/distance.ts";
import { Button } from "../../components/Button.tsx";
import { isStaff } from "../../roles.ts";
import { me } from "../../state.ts";
import { Failed, Loading } from "../../components/States.tsx";
import { area, sourceOf } from "./here.ts";
import { choose, clear, anyChosen, type Filters, filters, MILES } from "./filters.ts";
import { ListingRow } from "./ListingRow.tsx";
import { type Answer, lookHere, useLook } from "./looking.ts";
import { OnMap } from "./map/OnMap.tsx";
import { ageWords } from "./say.ts";
import { t } from "./words.ts";

const PAGE = 20;
/** that are said to have been looked for in place of a mistyped one */
const MOST_WORDS = 5;

/** What was found, the first of it; and how old that is where the phone says it by itself. */
export function Results({ ask }: { ask: Ask }) {
  const { state, further, again } = useLook(ask);
  const shown = useSignal({ key: "", count: PAGE });
  const key = JSON.stringify(ask);
  const count = shown.value.key === key ? shown.value.count : PAGE;
  if (state === "looking") return <Loading />;
  if (state === "failed") return <Failed words={t("near-failed")} again={again} />;
  if (state === "no-signal") return <Failed words={t("near-offline-elsewhere")} again={again} />;
  const { lines, sources, more } = state;
  const showMore = async () => {
    if (count + PAGE > lines.length && more) await further();
    shown.value = { key, count: count + PAGE };
  };
  return (
    <>
      <p class="near-found" role="status" tabIndex={-1}>
        {lines.length === 0 ? t(anyChosen.value ? "near-nothing" : "near-nothing-at-all") : t(more ? "near-count-many" : "near-count", { count: lines.length })}
      </p>
      <Notes answer={state} />
      {ask.around && <OnMap around={ask.around} lines={lines} sources={sources} />}
      <ul class="rows">
        {lines.slice(0, count).map(({ card, km }) => (
          <ListingRow key={card.id} card={card} source={sourceOf(card, sources)} km={km} days={ask.days} />
        ))}
      </ul>
      {(lines.length > count || more) && <Button kind="quiet" press={showMore}>{t("near-more-lines")}</Button>}
      {lines.length === 0 && <Loosen ask={ask} />}
    </>
  );
}

/** What one should know about the answer: a word that was taken for another, how much of it is here, and how old it is. */
function Notes({ answer: { instead, partly, from, lines } }: { answer: Answer }) {
  const kept = area.value;
  return (
    <>
      {lines.length > 0 && Object.entries(instead).map(([typed, words]) =>
        <p key={typed}>{t("near-instead", { typed, meant: words.slice(0, MOST_WORDS).join(", ") })}</p>)}
      {partly && <p>{t("near-partly", { count: lines.length })}</p>}
      {from === "phone" && kept && !isStaff(me.value?.role) && (
        <p class="soft small">{t(navigator.onLine ? "near-kept" : "near-kept-offline", { age: ageWords(kept.made_at, new Date()) })}</p>
      )}
    </>
  );
}

/** Nothing was found: which choice to leave out for how many more, as far as the phone knows. */
function Loosen({ ask }: { ask: Ask }) {
  const without = loosened(ask).map(([part, loose]) => ({ part, count: lookHere(loose).lines.length })).filter(({ count }) => count > 0);
  const further = ask.around && MILES.filter((miles) => miles * KM_PER_MILE > ask.around!.km + 0.01)
    .map((miles) => ({ miles, count: lookHere({ ...ask, around: { ...ask.around!, km: miles * KM_PER_MILE } }).lines.length })).find(({ count }) => count > 0);
  if (!without.length && !further) return <Hopeless />;
  return (
    <>
      <p>{t("near-loosen")}</p>
      <div class="buttons">
        {without.map(({ part, count }) => (
          <Button key={part} kind="quiet" press={() => leaveOut(part)}>{t("near-without", { part: partWords(part), count })}</Button>
        ))}
        {further && <Button kind="quiet" press={() => choose({ miles: further.miles })}>{t("near-wider", { miles: further.miles, count: further.count })}</Button>}
      </div>
    </>
  );
}

function Hopeless() {
  return (
    <>
      <p>{t("near-nothing-at-all-words")}</p>
      {anyChosen.value && <Button kind="quiet" press={clear}>{t("near-clear")}</Button>}
    </>
  );
}

const FIELDS: { [part in Part]?: Partial<Filters> } = {
  days: { days: [] }, times: { time: "any" }, words: { words: "" }, kinds: { kind: null }, conditions: { conditions: [] }, groups: { groups: [] },
};

const leaveOut = (part: Part): void =>
  choose(FIELDS[part] ?? { needs: filters.value.needs.filter((name) => name !== part) });

const partWords = (part: Part): string => (FIELDS[part] ? t(`near-part-${part}`) : t(`near-facet-${part}`));
