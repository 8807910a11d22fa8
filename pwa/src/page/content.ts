/** The content on this phone: shown at once from what is kept, then fetched anew when there is something newer. */
import { batch } from "@preact/signals";
import { Packs } from "../shared/content/packs.ts";
import type { Store } from "../shared/store/db.ts";
import { contentLooked, lists, programme } from "./state.ts";

/** The one programme there is; its plan, levels and entries carry this slug. */
const PROGRAMME = "knee-hip";

export function startContent(store: Store): void {
  const packs = new Packs(store);
  const show = async () => {
    const [found, places] = [await packs.programme(PROGRAMME), await packs.lists()];
    batch(() => {
      programme.value = found;
      lists.value = places;
      contentLooked.value = true;
    });
  };
  store.changes.listen((change) => {
    if (change.what === "content") void show();
  });
  addEventListener("online", () => void show());
  void show().then(() => packs.current || packs.refresh()); // a phone without any has fetched them just now
}
