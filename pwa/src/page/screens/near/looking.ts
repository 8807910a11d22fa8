/** Looks on this phone where all that is asked for is here, and otherwise asks the server; without signal the phone says what it has. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask as askServer, NoAnswer } from "../../../shared/api/client.ts";
import { covers } from "../../../shared/listings/area.ts";
import { freshnessOf, type Source } from "../../../shared/listings/cards.ts";
import { type Ask, type Line, look } from "../../../shared/listings/near.ts";
import { insteadOf, meant } from "../../../shared/listings/words.ts";
import { area, sourceOf } from "./here.ts";

export interface Answer {
  lines: Line[];
  sources: Source[];
  /** there are more than these, further on */
  more: boolean;
  from: "phone" | "server";
  /** what was looked for in place of a typed word that nothing has */
  instead: { [typed: string]: string[] };
  /** the server could not be asked: this is what the phone has */
  partly: boolean;
}

export type State = Answer | "looking" | "failed" | "no-signal";

/** What the area on this phone has. */
export function lookHere(ask: Ask, partly = false): Answer {
  const { cards = [], sources = [] } = area.value ?? {};
  const now = new Date();
  const shown = cards.filter((card) => freshnessOf(card, sourceOf(card, sources), now) !== "hidden");
  return { lines: look(shown, ask, now), sources, more: false, from: "phone", instead: insteadOf(meant(shown, ask.words)), partly };
}

async function lookThere(ask: Ask, page: number, before: Answer | null): Promise<Answer> {
  const { lines, more, instead, sources } = await askServer("POST /api/listings/find", { ...ask, page });
  const known = before?.sources ?? [];
  const all = [...known, ...sources.filter(({ id }) => !known.some((each) => each.id === id))];
  const now = new Date();
  const shown = lines.filter(({ card }) => freshnessOf(card, sourceOf(card, all), now) !== "hidden");
  // Where the server could not look through everything there may be more, but no further page of it.
  const further = more && (page === 0 || lines.length > 0);
  return { lines: [...(before?.lines ?? []), ...shown], more: further, instead, from: "server", partly: false, sources: all };
}

/** The answer to what is asked now, and how to have more of it from the server. */
export function useLook(ask: Ask): { state: State; further: () => Promise<void>; again: () => void } {
  const there = useSignal<{ key: string; state: State; page: number } | null>(null);
  const key = JSON.stringify(ask);
  const here = area.value && covers(area.value, ask);
  const begin = () => {
    if (here) return;
    there.value = { key, state: "looking", page: 0 };
    lookThere(ask, 0, null).catch((error: unknown): State => {
      if (!(error instanceof NoAnswer)) return "failed";
      return area.value ? lookHere(ask, true) : "no-signal";
    }).then((state) => {
      if (there.value?.key === key) there.value = { key, state, page: 0 };
    });
  };
  // Each letter that is typed asks anew: the server is asked once somebody has stopped for a moment.
  useEffect(() => {
    const waiting = setTimeout(begin, there.value ? 400 : 0);
    return () => clearTimeout(waiting);
  }, [key, Boolean(here)]);
  const further = async () => {
    const now = there.value;
    if (!now || typeof now.state === "string") return;
    const state = await lookThere(ask, now.page + 1, now.state).catch(() => null);
    if (state && there.value?.key === key) there.value = { key, state, page: now.page + 1 };
  };
  if (here) return { state: lookHere(ask), further, again: begin };
  const known = there.value?.key === key ? there.value.state : "looking";
  return { state: known, further, again: begin };
}
