/** How a listing of one's own stands, in words, and what is to be done first. */
import { shortDayWords } from "../../../shared/datewords.ts";
import { londonDay } from "../../../shared/listings/london.ts";
import { locale } from "../../messages.ts";
import type { Mine } from "./board.ts";
import { t } from "./words.ts";

export type Standing = "draft" | "waiting" | "shown" | "fading" | "hidden" | "over" | "ended";

export function standingOf({ said, state, freshness, over }: Mine): Standing {
  if (!said.published) return "draft";
  if (over) return "ended";
  if (state === "waiting") return "waiting";
  if (state === "gone" || state === "cancelled") return "over";
  return state === "hidden" || freshness === "hidden" ? "hidden" : freshness === "fading" ? "fading" : "shown";
}

export const standingWords = (mine: Mine): string => t(`publish-state-${standingOf(mine)}`);

export function nextWords({ next_at, said }: Mine): string | null {
  if (next_at) return t("publish-next", { day: shortDayWords(londonDay(new Date(next_at)), locale) });
  return said.runs.length ? t("publish-next-none") : null;
}

/** What is to be confirmed comes first, then reports, then the rest as it came. */
export const sorted = (listings: readonly Mine[]): Mine[] =>
  listings.toSorted((a, b) => Number(b.asked) - Number(a.asked) || Number(b.reports > 0) - Number(a.reports > 0));
