/** What a listing says, in words: when, how far, what it costs, and how fresh it is. */
import type { Card, Pattern, Price, Source, When } from "../../../shared/listings/cards.ts";
import { freshnessOf } from "../../../shared/listings/cards.ts";
import { KM_PER_MILE } from "../../../shared/listings/distance.ts";
import { CONDITIONS, has, type Name, namesOf } from "../../../shared/listings/facets.ts";
import { londonDay, londonTime } from "../../../shared/listings/london.ts";
import { addDays, type Weekday } from "../../../shared/dates.ts";
import { dateWords, shortDayWords, timeWords, weekdayWords } from "../../../shared/datewords.ts";
import { daysSince } from "../../../shared/rules/freshness.ts";
import { locale } from "../../messages.ts";
import { t } from "./words.ts";

/** Always "about": a postcode's first half and a phone's rounded place tell a neighbourhood, not a door. */
export const awayWords = (km: number | null): string =>
  km === null ? t("near-away-online") : t("near-away", { miles: Math.floor(km / KM_PER_MILE + 0.25) });

export const milesWords = (miles: number): string => t("near-miles", { miles });

/** "Tuesday 24 November", "Today" or "Tomorrow". */
export function dayOfWords(start: string, now: Date): string {
  const [day, today] = [londonDay(new Date(start)), londonDay(now)];
  return day === today ? t("near-today") : day === addDays(today, 1) ? t("near-tomorrow") : shortDayWords(day, locale);
}

/** "Tuesday 24 November, 10:30am to 11:30am" */
export const whenWords = ({ start, end }: Pick<When, "start" | "end">, now: Date): string =>
  t("near-date", { day: dayOfWords(start, now), time: spanWords(clockOf(start), end ? clockOf(end) : null) });

const clockOf = (instant: string): string => londonTime(new Date(instant)).slice(11, 16);

const spanWords = (from: string, to: string | null): string =>
  to ? t("near-from-to", { from: timeWords(from), to: timeWords(to) }) : timeWords(from);

/** "Every other Tuesday, 2pm to 3:30pm" */
export function patternWords({ every, interval = 1, days = [], weeks = [], month_days = [], start, end, first, last, usual }: Pattern): string {
  const named = and(days.map((day) => weekdayWords(day as Weekday, locale)));
  const how = every === "once" && first ? dateWords(first, locale)
    : every === "month" && named && weeks.length ? t("near-runs-month", { interval, days: named, which: and(weeks.map((week) => t("near-which", { week }))) })
    : every === "month" ? t("near-runs-month-day", { interval, days: and(month_days.map(String)) })
    : every === "week" ? t("near-runs-week", { interval, days: named })
    : every === "day" ? t("near-runs-day", { interval }) : t("near-runs-once");
  const until = last && every !== "once" ? t("near-until", { day: dateWords(last, locale) }) : null;
  const words = [how, start && spanWords(start, end ?? null), until].filter(Boolean).join(", ");
  return usual ? t("near-usually", { pattern: words.charAt(0).toLowerCase() + words.slice(1) }) : words;
}

const and = (words: string[]): string => new Intl.ListFormat(locale).format(words);

type Amount = Pick<Price, "pence" | "currency">;

const money = ({ pence, currency = "GBP" }: Amount): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: pence % 100 ? 2 : 0, maximumFractionDigits: 2 }).format(pence / 100);

/** One price; free is a word. */
export const amountWords = (price: Amount): string => (price.pence ? money(price) : t("near-free"));

/** A price with its name: "Member: Free" */
const namedWords = (price: Price): string =>
  price.name ? t("near-price-named", { name: price.name, price: amountWords(price) }) : amountWords(price);

/** What it costs, in few words: "Free", "£3", "£2.50 to £4"; what the source says of a fee comes with it. */
export function priceWords({ prices = [], price_words, facets }: Card): string {
  if (has(facets, "free")) return t("near-free");
  const [low, high] = [...prices].sort((a, b) => a.pence - b.pence).filter((_, at, all) => at === 0 || at === all.length - 1);
  if (!low) return price_words || t("near-price-not-stated");
  // What is free for some alone is said with whom it is for, and what is paid in several currencies has no range.
  const apart = prices.every(({ pence }) => pence === 0) || new Set(prices.map(({ currency = "GBP" }) => currency)).size > 1;
  const range = apart ? [...new Set(prices.map(namedWords))].join(", ")
    : !high || low.pence === high.pence ? amountWords(low)
    : low.pence ? t("near-price-range", { low: money(low), high: money(high) }) : t("near-price-free-or", { high: money(high) });
  return price_words ? `${range}. ${price_words}` : range;
}

/** "today", "yesterday", "3 days ago", by the calendar in London. */
export function ageWords(at: string, now: Date): string {
  return t("near-age", { days: calendarDays(at, now) });
}

function calendarDays(at: string, now: Date): number {
  const [from, to] = [londonDay(new Date(at)), londonDay(now)].map((day) => new Date(`${day}T12:00:00Z`));
  return Math.max(0, daysSince(from!, to!));
}

/** How fresh it is: who said so, and when. */
export function freshWords(card: Card, source: Source | undefined, now: Date): string {
  if (source && !source.here) {
    return source.read_at ? t("near-read", { publisher: source.publisher, age: ageWords(source.read_at, now) }) : t("near-unconfirmed");
  }
  if (!card.checked_at) return t("near-unconfirmed");
  return t(`near-confirmed-${card.checked_by ?? "group"}`, { days: calendarDays(card.checked_at, now) });
}

/** What to say where it has not been confirmed for some time; none while it is fresh. */
export function doubtWords(card: Card, source: Source | undefined, now: Date): string | null {
  const fresh = freshnessOf(card, source, now);
  return fresh === "fresh" ? null : t(fresh === "fading" ? "near-fading" : "near-hidden");
}

/** Where it is, in one line. */
export const placeWords = ({ place, attendance }: Card): string | null =>
  attendance === "online" ? null : place ? [place.name, place.locality].filter((part, index, all) => part && all.indexOf(part) === index).join(", ") : null;

/** What matters to most before they go, in few words; what is not stated is left out, and what is a no stands on its own page. */
const SUITS: Name[] = ["step-free", "seated", "beginners", "hearing-loop", "women-only", "men-only"];

/** What it is good for, and whom it suits: a line each, where something is stated. */
export function suitsWords({ facets }: Card): string[] {
  const named = (names: Name[]) => names.map((name) => t(`near-facet-${name}`));
  const [good, suits] = [named(namesOf(facets, CONDITIONS)), named(namesOf(facets, SUITS))];
  return [good.length ? t("near-row-good-for", { what: good.join(", ") }) : "", suits.join(" · ")].filter(Boolean);
}
