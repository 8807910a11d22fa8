/** What somebody says about themselves, as the form holds it and as the one entry of kind "about" that it becomes. */
import type { Bodies } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { entries, record } from "../../state.ts";

export type About = Bodies["about"];

export const CONTACTS = ["phone", "text", "email", "letter", "app"] as const;
export const ADJUSTMENTS = ["large-print", "easy-read", "audio", "braille", "bsl", "hearing-loop", "step-free", "seated", "longer"] as const;
export const AGES = ["18-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+"] as const;
export const SEXES = ["female", "male", "other", "not-said"] as const;

const LINES = ["reach_at", "when", "language", "other_adjustments", "carer", "matters", "ethnicity", "postcode"] as const;
export type LineName = (typeof LINES)[number];

export const aboutOf = (): Entry<"about"> | undefined => entries.value.find((entry) => entry.kind === "about") as Entry<"about"> | undefined;

/** What was left empty is left out: not said is not the same as no. */
export function tidied(about: About): About {
  const kept = Object.entries(about)
    .map(([name, value]) => [name, typeof value === "string" ? value.trim() : value])
    .filter(([, value]) => value !== "" && value !== undefined && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(kept) as About;
}

/** One entry a person: the first is made, later ones correct it. */
export const saveAbout = (about: About): Promise<Entry<"about">> =>
  record.value!.save("about", tidied(about), { ...(aboutOf() && { entry: aboutOf()!.id }) });
