/** One listing: at once what this phone has of it, then what the server says now. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, askAt, Problem } from "../../../shared/api/client.ts";
import type { Card, Source } from "../../../shared/listings/cards.ts";
import { area, cardHere, saved } from "./here.ts";

export interface Known {
  card: Card;
  source: Source | undefined;
  /** it is listed no more */
  gone: boolean;
  /** set while there is no signal: when this phone was told it */
  read_at?: string | undefined;
}

type There = Answer<"GET /api/listings/{listing}"> | "asking" | "gone" | "no-answer" | "failed";

export function useListing(listing: string): { known: Known | null; there: There; again: () => Promise<void> } {
  const there = useSignal<There>("asking");
  const ask = async () => {
    try {
      there.value = await askAt("GET /api/listings/{listing}", { listing });
    } catch (error) {
      // What no address is like is answered by 400.
      there.value = !(error instanceof Problem) ? "no-answer" : [400, 404].includes(error.status) ? "gone" : "failed";
    }
  };
  useEffect(() => void ask(), [listing]);
  const now = there.value;
  if (typeof now !== "string") return { known: { ...now, gone: false }, there: now, again: ask };
  const looked = area.value !== undefined && saved.value;
  const here = looked ? cardHere(listing) : null;
  if (!here) return { known: null, there: now, again: ask };
  const { card, source, read_at } = here;
  return { known: { card, source, gone: here.gone || now === "gone", ...(now === "no-answer" && { read_at }) }, there: now, again: ask };
}
