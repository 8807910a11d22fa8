/** What the form says, as the server takes it, and what it still needs. */
import { type Day, weekdayOf } from "../../../../shared/dates.ts";
import type { Runs } from "../../../../shared/listings/coming.ts";
import { STEPS, type ListingDraft, type NewListing, type RunsDraft, type Step } from "./draft.ts";

/** Something that keeps it from being published: where, and the message that says so. */
export interface Missing {
  step: Step;
  field: string;
  words: string;
}

/** The same as the server's own. */
const POSTCODE = /^[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$/i;
const PHONE = /^[0-9+() ]{3,30}$/;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;
const WEB = /^https:\/\/[^\s<>"'\\@]+$/;
const POUNDS = /^£?\s*\d{1,3}(\.\d{1,2})?$/;
const WHOLE = /^\d{1,5}$/;

export function listingIn(draft: ListingDraft, published: boolean): NewListing {
  const { name, summary, attendance, stated, conditions, groups, activity, referral, gender, texts } = draft;
  const [text, number] = [(field: keyof typeof texts) => said(texts[field]), (field: keyof typeof texts) => numberOf(texts[field])];
  return {
    name: name.trim(), kind: draft.kind ?? "activity", summary: summary.trim(), attendance,
    where: attendance === "online" ? null : whereIn(draft), join_url: attendance === "in-person" ? null : web(texts.join_url),
    runs: draft.timed ? draft.runs.map(runsIn) : [],
    costs: draft.cost === "free" ? [{ pence: 0, words: null }] : draft.cost === "paid" ? draft.amounts.map(costIn) : [],
    stated: stated as NewListing["stated"], conditions, groups, activity, referral, gender,
    eligibility: text("eligibility"), to_bring: text("to_bring"), capacity: number("capacity"), min_age: number("min_age"), max_age: number("max_age"),
    languages: texts.languages.split(",").map((each) => each.trim()).filter(Boolean).slice(0, 8),
    contact: text("contact"), phone: text("phone"), email: text("email"), url: web(texts.url), booking_url: web(texts.booking_url), published,
  };
}

const whereIn = ({ where }: ListingDraft): NewListing["where"] => ({
  name: where.name.trim(), street: where.street.trim(), town: where.town.trim(), postcode: where.postcode.trim().toUpperCase(), access: said(where.access),
});

const costIn = ({ pounds, words }: ListingDraft["amounts"][number]): NewListing["costs"][number] =>
  ({ pence: Math.round(Number(pounds.replace(/[£\s]/g, "")) * 100), words: said(words) });

export const runsIn = ({ every, interval, first, start, end, days, weeks, last, not_on }: RunsDraft): Runs => ({
  first: first as Day, start, end, every: every === "week" || every === "month" ? every : null, interval: every === "once" ? 1 : interval,
  days: every === "once" ? [] : days, weeks: every === "month" ? weeks as NonNullable<Runs["weeks"]> : [],
  last: every !== "once" && last ? last : null, not_on: every === "once" ? [] : not_on,
});

/** The first thing that keeps the steps from being published; null when nothing does. */
export const missingIn = (draft: ListingDraft): Missing | null => [...lacks(draft)][0] ?? null;

/** The first in the steps up to this one. */
export function missingUpTo(draft: ListingDraft, step: Step): Missing | null {
  return [...lacks(draft)].find((each) => STEPS.indexOf(each.step) <= STEPS.indexOf(step)) ?? null;
}

function* lacks(draft: ListingDraft): Generator<Missing> {
  const lack = (step: Step, field: string, words = field): Missing => ({ step, field, words: `publish-needs-${words}` });
  if (!draft.name.trim()) yield lack("what", "name");
  if (!draft.kind) yield lack("what", "kind");
  if (!draft.summary.trim()) yield lack("what", "summary");
  if (/[<>]/.test(draft.name + draft.summary)) yield lack("what", "summary", "plain");
  for (const [index, runs] of (draft.timed ? draft.runs : []).entries()) {
    const wrong = wrongIn(runs);
    if (wrong) yield lack("when", `${wrong}.${index}`, wrong);
  }
  if (draft.attendance !== "online") {
    for (const part of ["name", "street", "town"] as const) if (!draft.where[part].trim()) yield lack("where", `where.${part}`, "where");
    if (!POSTCODE.test(draft.where.postcode.trim())) yield lack("where", "where.postcode", "postcode");
  }
  if (draft.attendance !== "in-person" && !isWeb(draft.texts.join_url)) yield lack("where", "join_url", "web");
  const bad = draft.cost === "paid" ? draft.amounts.findIndex(({ pounds }) => !POUNDS.test(pounds.trim())) : -1;
  if (bad >= 0) yield lack("cost", `pounds.${bad}`, "pounds");
  for (const field of ["min_age", "max_age", "capacity"] as const) if (draft.texts[field].trim() && !isCount(draft, field)) yield lack("who", field, "number");
  const { phone, email } = draft.texts;
  if (phone.trim() && !PHONE.test(phone.trim())) yield lack("come", "phone");
  if (email.trim() && !EMAIL.test(email.trim())) yield lack("come", "email");
  for (const field of ["url", "booking_url"] as const) if (!isWeb(draft.texts[field])) yield lack("come", field, "web");
}

/** What one pattern still needs, in the order in which it is asked. */
function wrongIn({ every, first, start, end, days, weeks, last }: RunsDraft): string | null {
  if (!every) return "every";
  if (!first) return "first";
  if (!start) return "start";
  if (!end || end <= start) return "end";
  if (every !== "once" && !days.length) return "days";
  if (every === "month" && !weeks.length) return "weeks";
  return every !== "once" && last && last < first ? "last" : null;
}

function isCount({ texts: { min_age, max_age, capacity } }: ListingDraft, field: "min_age" | "max_age" | "capacity"): boolean {
  if (field === "capacity") return WHOLE.test(capacity.trim()) && Number(capacity) >= 1 && Number(capacity) <= 10_000;
  const age = field === "min_age" ? min_age : max_age;
  return WHOLE.test(age.trim()) && Number(age) <= 120 && !(field === "max_age" && min_age.trim() && Number(max_age) < Number(min_age));
}

/** The first day says which weekday it is, and which of the month's; what somebody chose otherwise stays. */
export function withFirst(runs: RunsDraft, first: Day | ""): RunsDraft {
  if (!first) return { ...runs, first };
  const before = runs.first ? weekdayOf(runs.first) : null;
  const own = runs.days.length && !(runs.days.length === 1 && runs.days[0] === before);
  const week = Math.min(Math.ceil(Number(first.slice(8, 10)) / 7), 5);
  return { ...runs, first, days: own ? runs.days : [weekdayOf(first)], weeks: runs.weeks.length > 1 ? runs.weeks : [week === 5 ? -1 : week] };
}

const said = (words: string): string | null => words.trim() || null;
const numberOf = (words: string): number | null => (WHOLE.test(words.trim()) ? Number(words) : null);
/** Most people leave out what begins an address. */
const web = (words: string): string | null => (words.trim() ? words.trim().replace(/^(https?:\/\/)?/i, "https://") : null);
const isWeb = (words: string): boolean => !words.trim() || WEB.test(web(words)!);
