import { useComputed } from "@preact/signals";
import { addDays } from "../../../shared/dates.ts";
import { calledOff, type Suggestion, suggestionsOf } from "../../../shared/rules/suggested.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Notice } from "../../components/Notice.tsx";
import { entries, today } from "../../state.ts";
import { unseen } from "./heard.ts";
import { LISTING } from "./Look.tsx";
import { dayHere, standsWords, t } from "./words.ts";

/** Days for which a suggestion without an answer is said at the top; after that it is further down, and nobody is urged. */
const NEW_DAYS = 7;

/** At the top of Today: a date that somebody was going to is called off, and what is new and waits for an answer. */
export default function CalledOff() {
  const off = useComputed(() => suggestionsOf(entries.value).filter((one) => calledOff(one, new Date()))).value;
  const since = addDays(today.value, -NEW_DAYS);
  const fresh = useComputed(() => suggestionsOf(entries.value).filter(({ state, suggested_at }) => state === "suggested" && dayHere(suggested_at) > since)).value;
  const [one] = fresh;
  const going = useComputed(goingButOff).value;
  return (
    <>
      {off.map((one) => (
        <Notice key={one.id} kind="stop" title={t("today-off", { name: one.name })}>
          <p>{standsWords(one)}</p>
          <a class="button quiet" href={`/suggested/${one.id}`}>{t("today-off-look")}</a>
        </Notice>
      ))}
      {going.map(({ id, name, thing }) => (
        <Notice key={id} kind="stop" title={t("today-off", { name })}>
          <p>{t("today-off-going")}</p>
          <a class="button quiet" href={LISTING.test(thing) ? `/near/${thing}` : `/suggested/${id}`}>{t("today-off-dates")}</a>
          <a class="button plain" href="/suggested/news">{t("news-title")}</a>
        </Notice>
      ))}
      {one && (
        <ul class="rows">
          <LinkRow to={fresh.length > 1 ? "/suggested" : `/suggested/${one.id}`} what={t("today-new", { count: fresh.length })} detail={fresh.map(({ name }) => name).join(", ")} />
        </ul>
      )}
    </>
  );
}

/** Who goes somewhere has booked no visit: that a date is off is told them in the list of what is new, until they saw it. */
function goingButOff(): Suggestion[] {
  const off = new Set(unseen.value.filter(({ kind }) => kind === "support-off").map(({ about }) => about));
  return suggestionsOf(entries.value).filter((one) => off.has(one.id) && (one.state === "going" || one.state === "missed"));
}
