import { useSignal } from "@preact/signals";
import { calendarOf } from "../../../shared/listings/calendar.ts";
import { type Card, nextDate } from "../../../shared/listings/cards.ts";
import { save, unsave } from "../../../shared/listings/saved.ts";
import { Button } from "../../components/Button.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { isStaff } from "../../roles.ts";
import { me, store } from "../../state.ts";
import { handOver } from "../progress/hand-over.ts";
import { Elsewhere } from "./Elsewhere.tsx";
import { readHere, saved } from "./here.ts";
import { directionsTo, isWeb, placeLine, telephone } from "./links.ts";
import type { Known } from "./useListing.ts";
import { t } from "./words.ts";

/** What can be done with a listing. Nothing leaves the phone before it is pressed. */
export function Actions({ card, source, read_at }: Omit<Known, "gone">) {
  const next = nextDate(card, new Date());
  const [books, calls] = [Boolean(card.booking_url && isWeb(card.booking_url)), Boolean(card.phone)];
  const place = card.attendance !== "online" ? next?.place ?? card.place : null;
  const said = useSignal("");
  const saving = useSaving();
  const kept = Boolean(saved.value[card.id]);
  const keep = async () => {
    const known_at = read_at ?? new Date().toISOString();
    if (!(await saving.try(() => (kept ? unsave(store.value!, card.id) : save(store.value!, card, source!, known_at))))) return;
    await readHere();
    said.value = t(kept ? "near-was-unsaved" : "near-was-saved");
  };
  return (
    <>
      <div class="near-actions">
        {books && <Elsewhere to={card.booking_url!} button="button">{t("near-book")}</Elsewhere>}
        {calls && <a class={books ? "button quiet" : "button"} href={telephone(card.phone!)}>{t("near-call", { phone: inOneLine(card.phone!) })}</a>}
        {next && <Button kind="quiet" press={() => toCalendar(card)}>{t("near-calendar")}</Button>}
        {place && <a class="button quiet" href={directionsTo(place, navigator.userAgent)} target="_blank" rel="noopener noreferrer">{t("near-directions")}</a>}
        {source && !isStaff(me.value?.role) && <Button kind="quiet" press={keep}>{t(kept ? "near-unsave" : "near-save")}</Button>}
        <Button kind="quiet" press={async () => (said.value = await share(card))}>{t("near-share")}</Button>
      </div>
      <saving.Trouble />
      <p role="status">{said.value}</p>
    </>
  );
}

/** A number that is read out is not broken in two, unless nothing else fits. */
const inOneLine = (phone: string): string => phone.replaceAll(" ", "\u00a0");

const addressOf = ({ id }: Card): string => `${location.origin}/near/${id}`;

function toCalendar(card: Card): void {
  const now = new Date();
  const next = nextDate(card, now);
  if (!next) return;
  const place = card.attendance !== "online" ? next.place ?? card.place : null;
  const event = {
    uid: `${next.id}@${location.host}`, start: new Date(next.start), end: next.end ? new Date(next.end) : null, name: card.name,
    place: place ? placeLine(place) : null, url: addressOf(card),
    words: `${t("near-by", { by: card.by })}. ${t("near-calendar-check")}`,
  };
  handOver("whats-on.ics", "text/calendar", calendarOf(event, now));
}

/** Gives the link to whatever the phone shares with, or to its clipboard; what is to be said of that. */
async function share(card: Card): Promise<string> {
  const link = { title: card.name, text: t("near-by", { by: card.by }), url: addressOf(card) };
  try {
    if (typeof navigator.share === "function") await navigator.share(link);
    else await navigator.clipboard.writeText(link.url);
    return typeof navigator.share === "function" ? "" : t("near-copied");
  } catch (error) {
    return error instanceof Error && error.name === "AbortError" ? "" : link.url; // they changed their mind; or here it is
  }
}
