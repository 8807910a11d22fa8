import type { Store } from "../../pwa/src/shared/store/db.ts";

/** How many places in the outbox are taken: written versions that the server has neither received nor refused. */
export function countUnsent(store: Store): Promise<number> {
  return store.run(["outbox"], "readonly", (tx) => tx.objectStore("outbox").count());
}
