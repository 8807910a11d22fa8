/** What a person is called, after the server was restored from before they said it. */
import { ask } from "../api/client.ts";
import type { Store } from "../store/db.ts";
import type { Me } from "../store/meta.ts";
import { readMe, RESTORED, writeMe } from "../store/meta.ts";

export interface Names {
  read(): Promise<Me>;
  give(called: string): Promise<Me>;
}

const onServer: Names = { read: () => ask("GET /api/me"), give: (called) => ask("PUT /api/me", { called }) };

/**
 * Once everything was sent again: gives the server the name this phone kept, if it has none; a name it has is the one
 * that holds. Raises NoAnswer or Problem, and is then done after a later sync.
 */
export async function giveNameBack(store: Store, names = onServer): Promise<void> {
  if (!(await store.read(RESTORED))) return;
  const kept = await readMe(store);
  const there = await names.read();
  if (!kept || there.person !== kept.person) return;
  const now = !there.called && kept.called ? await names.give(kept.called) : there;
  if ((await readMe(store))?.person !== kept.person) return;
  if (now.called !== kept.called) await writeMe(store, now);
  await store.forget(RESTORED);
}
