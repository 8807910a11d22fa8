/** How much is new for whoever answers for a group, and that they have looked: names of people are not among it. */
import { signal } from "@preact/signals";
import { ask } from "../../../../shared/api/client.ts";
import { me } from "../../../state.ts";

export const news = signal(0);
let whose: string | undefined;
let ids: string[] = [];

export async function lookForNews(): Promise<void> {
  if (whose !== me.value?.person) news.value = 0;
  whose = me.value?.person;
  const all = await ask("GET /api/notices").catch(() => null); // the screen that it leads to says why
  if (!all) return;
  ids = all.filter(({ kind, seen_at }) => kind.startsWith("support-") && !seen_at).map(({ id }) => id);
  news.value = ids.length;
}

/** The list was opened: what was new has been seen. */
export async function seeAll(): Promise<void> {
  await lookForNews();
  if (ids.length) await ask("PUT /api/notices/seen", { ids }).then(() => (news.value = 0), () => undefined);
}
