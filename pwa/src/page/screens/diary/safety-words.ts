/** What a showing of a care card says: which card, why, and what was done with it. */
import entries from "content/messages/en/entries.ftl?raw";
import { dayOf } from "../../../shared/dates.ts";
import { dateWords } from "../../../shared/datewords.ts";
import type { Bodies } from "../../../shared/record/kinds.ts";
import { locale, words } from "../../messages.ts";
import { cardName, signSaid } from "../../named.ts";

const t = words(entries);

export const safetyLine = ({ card }: Bodies["safety"]): string => t("says-safety", { card: cardName(card) });

export function safetyLines({ card, trigger, did, again = [] }: Bodies["safety"]): string[] {
  const last = again.at(-1);
  return [
    t("says-safety-sign", { sign: signSaid(card, trigger) }),
    ...(last ? [t("says-safety-again", { count: again.length, day: dateWords(dayOf(last), locale) })] : []),
    t("says-safety-did", { did }),
  ];
}
