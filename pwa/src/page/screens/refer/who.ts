/** What a referral says, as it is typed, and what of it has to be looked at again before it is sent. */
import type { Body } from "../../../shared/api/client.ts";
import { nhsNumber } from "../../../shared/rules/nhs-number.ts";

export type NewArrival = Body<"POST /api/refer">["who"];
export type Prefers = NonNullable<NewArrival["prefers"]>;
export const PREFERS: readonly Prefers[] = ["phone", "text", "email", "letter"];

export const nothing = {
  given: "", family: "", day: "", month: "", year: "", nhs: "", phone: "", email: "", postcode: "", prefers: null as Prefers | null,
  reason: "", own: "", view: "", by: "", role: "", contact: "", agreed: null as NewArrival["agreed"] | null,
};
export type Typed = typeof nothing;
export type Field = keyof Typed;

const POSTCODE = /^[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}$/i;
const two = (digits: string): string => digits.trim().padStart(2, "0");

/** The birth date, or null when no day of the calendar was typed. */
export function bornOn({ day, month, year }: Typed): string | null {
  const said = `${year.trim()}-${two(month)}-${two(day)}`;
  const date = new Date(`${said}T12:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(said) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(said) ? said : null;
}

/** The id of the words for each field that is wrong. */
export function wrongOf(typed: Typed): Partial<Record<Field, string>> {
  const nhs = typed.nhs.trim() ? nhsNumber(typed.nhs) : null;
  const letter = typed.prefers === "letter" && typed.postcode.trim();
  return {
    ...(!typed.given.trim() && { given: "refer-needs-given" }),
    ...(!typed.family.trim() && { family: "refer-needs-family" }),
    ...(!bornOn(typed) && { day: "refer-needs-born" }),
    ...(nhs && "wrong" in nhs && { nhs: `refer-${nhs.wrong}` }),
    ...(!typed.phone.trim() && !typed.email.trim() && !letter && { phone: "refer-needs-reach" }),
    ...(typed.email.trim() && !/^[^@\s]+@[^@\s]+$/.test(typed.email.trim()) && { email: "refer-needs-email" }),
    ...(typed.postcode.trim() && !POSTCODE.test(typed.postcode.trim()) && { postcode: "refer-needs-postcode" }),
    ...(!typed.agreed && { agreed: "refer-needs-agreed" }),
  };
}

/** Beside which field a refusal of the server's belongs; null for one that is about none. */
export const fieldOf = (code: string): Field | null =>
  code.startsWith("nhs-") ? "nhs" : code.startsWith("born-") ? "day" : code === "reach-nothing" ? "phone" : null;

/** What is sent, once nothing is wrong: only what was said. */
export function saidOf(typed: Typed): NewArrival {
  const said = (text: string) => text.trim() || null;
  return {
    given_name: typed.given.trim(), family_name: typed.family.trim(), born_on: bornOn(typed)!, agreed: typed.agreed!,
    nhs_number: said(typed.nhs), phone: said(typed.phone), email: said(typed.email), postcode: said(typed.postcode), prefers: typed.prefers,
    reason: said(typed.reason), own_view: said(typed.own), referrer_view: said(typed.view),
    referrer: said(typed.by), referrer_role: said(typed.role), contact: said(typed.contact), return_to: null, practice_code: null,
  };
}
