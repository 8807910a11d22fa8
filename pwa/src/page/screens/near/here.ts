/** The area on this phone, what is saved, and keeping both up to date quietly while the app is open. */
import { signal } from "@preact/signals";
import { type Area, AREA, fetchArea, isStale, keepArea, readArea } from "../../../shared/listings/area.ts";
import type { Card, Source } from "../../../shared/listings/cards.ts";
import type { Spot } from "../../../shared/listings/place.ts";
import { type AllSaved, readSaved, refreshSaved, SAVED } from "../../../shared/listings/saved.ts";
import { isStaff } from "../../roles.ts";
import { me, store } from "../../state.ts";

/** null when none is kept; undefined until the phone has been asked */
export const area = signal<Area | null | undefined>(undefined);
export const saved = signal<AllSaved>({});

/** Shows what is on this phone. */
export async function readHere(): Promise<void> {
  const held = store.value!;
  saved.value = await readSaved(held).catch(() => ({}));
  area.value = (await readArea(held).catch(() => undefined)) ?? area.value ?? null; // last: from here on it is known
}

/**
 * What is on around a place, from now on kept here in place of any other, if it is `wanted` when it has come. Raises Problem
 * or NoAnswer.
 */
export async function goTo(spot: Spot, wanted = () => true): Promise<void> {
  const fresh = await fetchArea(spot);
  if (!wanted()) return; // they went to another place meanwhile
  area.value = fresh;
  // Nothing stays on a device that somebody works at; a phone without room goes on without keeping it. Nobody waits for
  // that: they may be on their way to another place already.
  if (!isStaff(me.value?.role)) void keepArea(store.value!, fresh).catch(() => undefined);
}

const isAt = (one: Spot, other: Spot): boolean => one.lat === other.lat && one.lon === other.lon;

/** how many of these screens are open */
let open = 0;
let tending = false;

/** Asks again for what is old. */
async function tend(): Promise<void> {
  const held = store.value;
  if (!held || tending || !navigator.onLine) return;
  tending = true;
  const staff = isStaff(me.value?.role);
  try {
    const kept = area.value ?? (staff ? null : await readArea(held));
    if (kept && isStale(kept, new Date(), open > 0)) await goTo(kept.spot, () => !area.value || isAt(area.value.spot, kept.spot));
    if (!staff) await refreshSaved(held);
  } catch {
    // no signal, or the phone is locked: it is tried again
  } finally {
    tending = false;
  }
}

const LOOK_EVERY_MS = 60_000;

/** While somebody looks at what is on, it is kept fresher. Gives how to end that. */
export function watch(): () => void {
  open += 1;
  void tend();
  const again = setInterval(() => document.visibilityState === "visible" && void tend(), LOOK_EVERY_MS);
  return () => {
    open -= 1;
    clearInterval(again);
  };
}

/** Where a listing is to be found without asking: in the area, or among what is saved. */
export function cardHere(listing: string): { card: Card; source: Source | undefined; gone: boolean; read_at: string } | null {
  const one = saved.value[listing];
  if (one) return one;
  const card = area.value?.cards.find(({ id }) => id === listing);
  return card ? { card, source: sourceOf(card, area.value!.sources), gone: false, read_at: area.value!.made_at } : null;
}

export const sourceOf = (card: Card, sources: readonly Source[]): Source | undefined => sources.find(({ id }) => id === card.source);

let listening = false;

/** From the first time that this part of the app is loaded, for as long as the page is open. */
export function startTending(): void {
  if (listening) return;
  listening = true;
  addEventListener("online", () => void tend());
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && void tend());
  store.value?.changes.listen((change) => {
    if (change.what === "wiped") {
      area.value = null;
      saved.value = {};
    }
    if (change.what === "meta" && (change.key === AREA || change.key === SAVED)) void readHere();
  });
  void tend();
}
