/** The words of an advisor's list: each reason as a sentence. */
import caseload from "content/messages/en/caseload.ftl?raw";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { dateWords, dayMonthWords } from "../../../shared/datewords.ts";
import { locale, words } from "../../messages.ts";
import { cardName, contactName } from "../../named.ts";
import type { Row } from "./caseload-rows.ts";
import { t as staff } from "./words.ts";

export const t = words(caseload);

export type Why = Schemas["Why"];

/** Why somebody is on the list, in sentences; never empty. */
export function whySentences({ line, joined_at }: Row): string[] {
  if (!line) return [joined_at ? t("why-unshared") : staff("staff-not-joined")];
  return line.why.map((why) => whySaid(why, line.pathway ?? ""));
}

function whySaid({ code, days, on, contact: slug, card, name, times }: Why, pathway: string): string {
  const contact = slug ? contactName(pathway, slug) : "";
  switch (code) {
    case "safety": return t("why-safety", { days, card: cardName(card ?? "") });
    case "due": return t("why-due", { days, contact, until: on ? dayMonthWords(on, locale) : "" });
    default: return t(`why-${code}`, { days, times, contact, name: name ?? t("case-no-name"), since: on ? dateWords(on, locale) : "none" });
  }
}
