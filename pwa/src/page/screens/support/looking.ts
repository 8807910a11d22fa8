/** Looks for an activity near somebody, with what they said that they need; and who has chosen what so far. */
import { signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask as askServer, NoAnswer } from "../../../shared/api/client.ts";
import { Packs } from "../../../shared/content/packs.ts";
import { type Card, freshnessOf, type Source } from "../../../shared/listings/cards.ts";
import { FACETS, type Facet } from "../../../shared/listings/facets.ts";
import type { Ask } from "../../../shared/listings/near.ts";
import { centreOf, outcodeOf, type Outcodes, rounded, type Spot } from "../../../shared/listings/place.ts";
import { placesNamed } from "../../../shared/listings/places.ts";
import { partOf } from "../../../shared/rules/page-parts.ts";
import { choose, clear } from "../near/filters.ts";
import { read } from "../../desk.ts";
import { store } from "../../state.ts";
import type { Opened } from "./opening.ts";
import { fromTravel, type Travel } from "./Travel.tsx";

export interface Listed {
  card: Card;
  source: Source | undefined;
  km?: number | null;
}

/** What was found, by its id: the screen that suggests one need not ask again. */
const known = new Map<string, Listed>();

export async function listed(id: string): Promise<Listed> {
  const before = known.get(id);
  if (before) return before;
  const { card, source } = await read<{ card: Card; source: Source }>(`/api/listings/${id}`);
  return { card, source };
}

/** What is on a shortlist, by whose it is. */
export const shortlists = signal<{ [person: string]: Listed[] }>({});
export const shortlistOf = (person: string): Listed[] => shortlists.value[person] ?? [];
export function toggle(person: string, one: Listed): void {
  const now = shortlistOf(person);
  const without = now.filter(({ card }) => card.id !== one.card.id);
  shortlists.value = { ...shortlists.value, [person]: without.length < now.length ? without : [...now, one] };
}

/** The needs that a listing can be filtered by, of those that somebody said about themselves. */
export const needsOf = ({ support }: Opened): Facet[] =>
  FACETS.filter((need) => support.about?.adjustments.includes(need));

export const travelOf = ({ support }: Opened): Travel => fromTravel(partOf(support.page, "travel").now[0]);

let filledFor = "";

/** The filters begin with what is known of whoever this is for; what the worker then chooses stays until it is for another. */
export function fillIn(opened: Opened): void {
  const { miles, time } = travelOf(opened);
  const key = JSON.stringify([opened.support.person, needsOf(opened), miles, time]);
  if (filledFor === key) return;
  filledFor = key;
  clear();
  choose({ online: false, miles, time, needs: needsOf(opened) });
}

/** Where a place is that their page names: found on this device. Null where it is not known. */
export async function spotNamed(place: string): Promise<Spot | null> {
  const table = place && (await new Packs(store.value!).pack<Outcodes>("outcodes").catch(() => null));
  if (!table) return null;
  const outcode = outcodeOf(place);
  const centre = outcode && centreOf(outcode, table);
  if (centre) return { ...rounded(centre), outcode };
  const [named] = outcode ? [] : placesNamed(place, table);
  return named ? { ...rounded(named), outcode: null, name: named.name } : null;
}

export type Found = "looking" | "offline" | "failed" | { lines: Listed[]; more: boolean };

const TYPED_MS = 400;

/** What the service has for what is asked; `further` brings the next page of it. */
export function useFound(ask: Ask | null): { found: Found; further: () => Promise<void>; again: () => void } {
  const state = useSignal<{ key: string; found: Found; page: number } | null>(null);
  const key = JSON.stringify(ask);
  const look = async (page: number, before: Listed[]) => {
    try {
      const { lines, more, sources } = await askServer("POST /api/listings/find", { ...ask!, page });
      const now = new Date();
      const came = lines.map(({ card, km }): Listed => ({ card, km, source: sources.find(({ id }) => id === card.source) }))
        .filter(({ card, source }) => freshnessOf(card, source, now) !== "hidden");
      for (const one of came) known.set(one.card.id, one);
      if (state.peek()?.key === key) state.value = { key, page, found: { lines: [...before, ...came], more } };
    } catch (error) {
      if (state.peek()?.key === key) state.value = { key, page, found: error instanceof NoAnswer ? "offline" : "failed" };
    }
  };
  const begin = () => {
    state.value = { key, page: 0, found: "looking" };
    void look(0, []);
  };
  useEffect(() => {
    if (!ask) return;
    const waiting = setTimeout(begin, state.peek() ? TYPED_MS : 0);
    return () => clearTimeout(waiting);
  }, [key]);
  const found = state.value?.key === key ? state.value.found : "looking";
  const further = async () => {
    if (typeof found !== "string") await look(state.peek()!.page + 1, found.lines);
  };
  return { found, further, again: begin };
}
