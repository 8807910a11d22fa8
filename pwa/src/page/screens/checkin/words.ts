/** Words of check-ins. */
import checkin from "content/messages/en/checkin.ftl?raw";
import { dateWords } from "../../../shared/datewords.ts";
import type { Day } from "../../../shared/dates.ts";
import type { Standing } from "../../../shared/rules/due.ts";
import { locale, words } from "../../messages.ts";
import { saidOf } from "../../whose.ts";

export const t = saidOf(words(checkin));

export const date = (day: Day): string => dateWords(day, locale);

/** When a contact is due, in words: "It is due until 5 December 2026." */
export function dueWords({ state, from, to, days }: Standing): string {
  if (state === "due") return t("checkin-due", { day: date(to!), days });
  if (state === "overdue") return t("checkin-overdue", { day: date(to!) });
  return t("checkin-not-yet", { day: date(from!) });
}
