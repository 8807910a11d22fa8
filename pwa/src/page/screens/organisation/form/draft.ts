/** What the form of a listing holds while it is filled in, and where it starts from. */
import type { Schemas } from "../../../../shared/api/schema.d.ts";
import type { Day, Weekday } from "../../../../shared/dates.ts";
import type { Facet } from "../../../../shared/listings/facets.ts";
import { uuid7 } from "../../../../shared/ids.ts";

export type NewListing = Schemas["NewListing"];

/** Raise it when the shape changes. */
export const DRAFT_VERSION = 1;
/** What the draft of a change to one listing is kept as, or of a new one that is begun from it. */
export const changeOf = (listing: string, again = false): string => `listing ${again ? "again" : "change"} ${listing}`;

export const STEPS = ["what", "when", "where", "cost", "access", "who", "come", "look"] as const;
export type Step = (typeof STEPS)[number];

/** One pattern of dates; `every` is empty until it is chosen. */
export interface RunsDraft {
  every: "" | "week" | "month" | "once";
  interval: number;
  first: Day | "";
  start: string;
  end: string;
  days: Weekday[];
  weeks: number[];
  last: Day | "";
  not_on: Day[];
}

/** Fields as they are typed; those of `NewListing` that have the same shape keep their name. */
export interface ListingDraft extends Pick<NewListing, "conditions" | "groups" | "activity" | "referral" | "gender"> {
  step: Step;
  /** made by the phone, so that sending it twice makes one */
  id: string;
  name: string;
  kind: NewListing["kind"] | null;
  summary: string;
  /** none: it has no set times */
  timed: boolean;
  runs: RunsDraft[];
  attendance: NewListing["attendance"];
  where: { name: string; street: string; town: string; postcode: string; access: string };
  cost: "free" | "paid" | null;
  amounts: { pounds: string; words: string }[];
  stated: Partial<Record<Facet, boolean>>;
  texts: { [name in TextField]: string };
  published: boolean;
}

/** Lines that may be left empty. */
export const TEXTS = [
  "join_url", "eligibility", "to_bring", "capacity", "min_age", "max_age", "languages", "contact", "phone", "email", "url", "booking_url",
] as const;
export type TextField = (typeof TEXTS)[number];

export const NO_RUNS: RunsDraft = { every: "", interval: 1, first: "", start: "", end: "", days: [], weeks: [], last: "", not_on: [] };

export function emptyDraft(): ListingDraft {
  return {
    step: "what", id: uuid7(), name: "", kind: null, summary: "", timed: true, runs: [NO_RUNS], attendance: "in-person",
    where: { name: "", street: "", town: "", postcode: "", access: "" }, cost: null, amounts: [{ pounds: "", words: "" }], stated: {},
    conditions: [], groups: [], activity: null, referral: null, gender: null,
    texts: Object.fromEntries(TEXTS.map((name) => [name, ""])) as ListingDraft["texts"], published: true,
  };
}

/** The form of something that is published already, or kept as a draft. */
export function draftOf(id: string, said: NewListing): ListingDraft {
  const { name, kind, summary, attendance, where, conditions, groups, activity, referral, gender, published } = said;
  const free = said.costs.length > 0 && said.costs.every(({ pence }) => pence === 0);
  return {
    ...emptyDraft(), step: "look", id, name, kind, summary, attendance, conditions, groups, activity, referral, gender, published,
    timed: said.runs.length > 0, runs: said.runs.length ? said.runs.map(runsDraft) : [NO_RUNS],
    where: { name: where?.name ?? "", street: where?.street ?? "", town: where?.town ?? "", postcode: where?.postcode ?? "", access: where?.access ?? "" },
    cost: !said.costs.length ? null : free ? "free" : "paid",
    amounts: said.costs.length ? said.costs.map(({ pence, words }) => ({ pounds: poundsOf(pence), words: words ?? "" })) : [{ pounds: "", words: "" }],
    stated: said.stated as ListingDraft["stated"],
    texts: Object.fromEntries(TEXTS.map((each) => [each, textOf(said[each])])) as ListingDraft["texts"],
  };
}

/** The same again from another first day: a new listing, with none of the old one's days off. */
export function copyOf(said: NewListing): ListingDraft {
  const draft = draftOf(uuid7(), said);
  return { ...draft, step: "when", published: true, runs: draft.runs.map((each) => ({ ...each, first: "", last: "", not_on: [] })) };
}

const runsDraft = ({ every, interval = 1, first, start, end, days = [], weeks = [], last, not_on = [] }: Schemas["Runs"]): RunsDraft =>
  ({ every: every ?? "once", interval, first, start, end, days, weeks, last: last ?? "", not_on });

const textOf = (said: string | number | string[] | null): string => (Array.isArray(said) ? said.join(", ") : String(said ?? ""));

const poundsOf = (pence: number): string => (pence ? (pence / 100).toFixed(pence % 100 ? 2 : 0) : "");
