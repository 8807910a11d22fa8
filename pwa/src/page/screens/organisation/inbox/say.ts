/** What stands in the inbox, in words. */
import { londonDay } from "../../../../shared/listings/london.ts";
import { daysBetween } from "../../../../shared/dates.ts";
import { whenWords } from "../../near/say.ts";
import type { Sent, Step } from "./inbox.ts";
import { t } from "./words.ts";

export const nameOf = ({ called }: Pick<Sent, "called">): string => called ?? t("inbox-no-name");

/** Where somebody stands; whoever has no answer yet with how long they have waited. */
export function standsWords({ state, sent_at, start }: Sent, now: Date): string {
  if (state === "sent") return t("inbox-waits", { days: Math.max(0, daysBetween(londonDay(new Date(sent_at)), londonDay(now))) });
  const words = t(`inbox-state-${state}`);
  return state === "booked" && start ? `${words}. ${t("inbox-first-visit", { when: whenWords({ start }, now) })}` : words;
}

export const stepWords = ({ kind, side }: Step): string => (kind === "say" ? t(`inbox-step-say-${side}`) : t(`inbox-step-${kind}`));
