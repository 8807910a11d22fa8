/** The card that people will see of what is in the form, made on the phone: as backend/jointly/listings/cards.py makes it. */
import type { Schemas } from "../../../../shared/api/schema.d.ts";
import type { Card, Pattern, Source } from "../../../../shared/listings/cards.ts";
import { coming, type Runs } from "../../../../shared/listings/coming.ts";
import { FACETS, mask, type Name } from "../../../../shared/listings/facets.ts";
import type { NewListing } from "./draft.ts";

type Who = Pick<Schemas["Board"], "organisation" | "name" | "profile">;

/** As many as a card has. */
const DATES = 8;

export const HERE: Source = { id: "here", publisher: "", url: null, licence: null, here: true, read_at: null };

export function previewOf(id: string, said: NewListing, who: Who, activity: string | null, now: Date): Card {
  const { costs, contact, where } = said;
  return {
    id, kind: said.kind, name: said.name, by: who.name, organisation: who.organisation, source: HERE.id, attendance: said.attendance,
    facets: facetsOf(said), denied: mask(FACETS.filter((name) => said.stated[name] === false)),
    place: where && { id, name: where.name, street: where.street, locality: where.town, postcode: where.postcode, access_note: where.access },
    patterns: said.runs.map(patternOf), dates: coming(said.runs, now, DATES),
    prices: costs.map(({ pence, words }) => ({ pence, words })), summary: said.summary, min_age: said.min_age, max_age: said.max_age,
    gender: said.gender, eligibility: said.eligibility, referral: said.referral, languages: said.languages, activities: activity ? [activity] : [],
    url: said.url ?? who.profile.url, booking_url: said.booking_url, phone: said.phone ?? who.profile.phone, email: said.email ?? who.profile.email,
    contact, access_words: where?.access ?? null, to_bring: said.to_bring, checked_at: now.toISOString(), checked_by: "group",
  };
}

export const patternOf = ({ every, interval = 1, days = [], weeks = [], start, end, first, last }: Runs): Pattern =>
  ({ every: every ?? "once", interval, days, weeks, start, end, first, last: last ?? null });

function facetsOf(said: NewListing): number {
  const decided: [Name, boolean][] = [
    ["free", said.costs.length > 0 && said.costs.every(({ pence }) => pence === 0)],
    ["online", said.attendance !== "in-person"], ["in-person", said.attendance !== "online"],
    ["self-referral", said.referral === "self" || said.referral === "either"],
    ["women-only", said.gender === "female"], ["men-only", said.gender === "male"],
  ];
  const stated = FACETS.filter((name) => said.stated[name] === true && !decided.some(([each]) => each === name));
  return mask([...stated, ...decided.filter(([, yes]) => yes).map(([name]) => name), said.kind, ...said.conditions, ...said.groups]);
}
