import { ask, type Answer } from "../../../shared/api/client.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { t as near } from "../near/words.ts";
import { Shown, useFetched } from "../service/useFetched.tsx";
import { t } from "./inbox/words.ts";
import { home } from "./words.ts";

type Told = Answer<"GET /api/looked-for">;
type Count = Told["near"][number]["no_place"];

/** /organisation/looked-for: what people near the group were suggested last quarter, and where there was no place. */
export function LookedFor() {
  const asked = useFetched(() => ask("GET /api/looked-for"));
  return (
    <Page title={t("looked-for-title")} back={home}>
      <Shown of={asked}>{(told) => <Whole told={told} />}</Shown>
    </Page>
  );
}

function Whole({ told: { service, first_on, last_on, near: squares } }: { told: Told }) {
  const days = { first: shortDayWords(first_on, locale), last: shortDayWords(last_on, locale) };
  if (!squares.length) return <Empty><p>{t("looked-for-nowhere")}</p></Empty>;
  return (
    <>
      <p>{t("looked-for-about", { service, ...days })}</p>
      {squares.map((square) => <Square key={square.places.join()} of={square} days={days} />)}
      <p class="soft">{t("looked-for-square")}</p>
      <p class="soft">{t("looked-for-means")}</p>
      <p class="soft">{t("looked-for-star")}</p>
    </>
  );
}

/** What was suggested in one square of the country, named after the places that the group has there. */
function Square({ of: { places, wishes, no_place, rows }, days }: { of: Told["near"][number]; days: { first: string; last: string } }) {
  const named = places.slice(0, NAMED).join(", ");
  return (
    <section>
      <h2>{t("looked-for-near", { places: named, more: Math.max(0, places.length - NAMED) })}</h2>
      {wishes === 0 ? <p>{t("looked-for-none", days)}</p> : (
        <ul class="rows">
          {rows.map((row) => <Row key={row.group} what={row.group === "other" ? t("looked-for-other") : near(`near-facet-${row.group}`)} counts={row} />)}
          <Row what={t("looked-for-all")} counts={{ wishes, no_place }} />
        </ul>
      )}
    </section>
  );
}

/** Places of the group that a heading names. */
const NAMED = 3;

/** Numbers in a sentence; what is hidden is said. */
function Row({ what, counts: { wishes, no_place } }: { what: string; counts: { wishes: Count; no_place: Count } }) {
  return (
    <li class="row">
      <span class="grow">
        <span class="what">{what}</span>
        <span class="detail">{t("looked-for-wishes", { count: said(wishes) })}</span>
        {no_place !== null && <span class="detail">{t("looked-for-no-place", { count: said(no_place) })}</span>}
      </span>
    </li>
  );
}

const said = (count: Count): string => (count === "*" ? t("looked-for-hidden") : String(count));
