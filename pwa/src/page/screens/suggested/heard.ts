/** What there is to tell the person, as the service keeps it: on this phone too, and what was seen is said when it can be. */
import { computed, signal } from "@preact/signals";
import { ask } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { changeKept } from "../../../shared/listings/kept.ts";
import { readSealed } from "../../../shared/store/meta.ts";
import { me, store } from "../../state.ts";

export type News = Schemas["Notice"];

interface Kept {
  list: News[];
  /** seen here, and not said to the service yet */
  seen: string[];
}

const KEPT = "news";
const NOTHING: Kept = { list: [], seen: [] };

const kept = signal<Kept>(NOTHING);
/** Whether what is shown is from before: there was no answer just now. */
export const stale = signal(false);

export const news = computed(() => kept.value.list);
export const unseen = computed(() => kept.value.list.filter(({ id, seen_at }) => !seen_at && !kept.value.seen.includes(id)));

/** Shows what this phone has, then what the service says now. */
export async function hearNews(): Promise<void> {
  const held = store.value;
  if (!held || me.value?.role !== "patient") return;
  kept.value = (await readSealed<Kept>(held, KEPT).catch(() => undefined)) ?? NOTHING;
  try {
    await tellSeen();
    const list = await ask("GET /api/notices");
    await change((before) => ({ ...before, list }));
    stale.value = false;
  } catch {
    stale.value = true; // no signal, or the phone is locked: the next look asks again
  }
}

/** All of these were seen: noted here at once, and said to the service when there is a signal. */
export async function seeNews(ids: string[]): Promise<void> {
  if (!ids.length) return;
  await change((before) => ({ ...before, seen: [...new Set([...before.seen, ...ids])] })).catch(() => undefined);
  await tellSeen().catch(() => undefined);
}

async function tellSeen(): Promise<void> {
  const ids = kept.value.seen;
  if (!ids.length) return;
  await ask("PUT /api/notices/seen", { ids });
  const seen_at = new Date().toISOString();
  await change(({ list, seen }) => ({
    list: list.map((one) => (ids.includes(one.id) && !one.seen_at ? { ...one, seen_at } : one)),
    seen: seen.filter((id) => !ids.includes(id)),
  }));
}

async function change(to: (before: Kept) => Kept): Promise<void> {
  kept.value = await changeKept(store.value!, KEPT, NOTHING, to);
}
