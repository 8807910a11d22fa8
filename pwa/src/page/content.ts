/** The content on this phone: shown at once from what is kept, then fetched anew when there is something newer. */
import { effect } from "@preact/signals";
import { Packs } from "../shared/content/packs.ts";
import type { Store } from "../shared/store/db.ts";
import { readFrom } from "./programmes.ts";
import { quietMoment } from "./quiet.ts";
import { listsHere, programme } from "./state.ts";

export function startContent(store: Store): void {
  const packs = new Packs(store, { quiet: quietMoment });
  const show = async () => {
    await readFrom(packs);
    listsHere.value = await packs.lists();
  };
  store.changes.listen((change) => {
    if (change.what === "content") void show();
  });
  addEventListener("online", () => void show());
  void show().then(() => packs.current || packs.refresh()); // a phone without any has fetched what it needs just now, and the rest comes after it
}

/** The programme is wanted whatever screen is open: it is read while the diary is being opened. */
effect(() => void programme.value);
