import type { Store } from "./db.ts";

/** What this phone's person wrote for others that the server does not hold: still to send, and refused. */
export function unsentForOthers(store: Store, person: string): Promise<{ waiting: number; refused: number }> {
  return store.run(["rows", "outbox"], "readonly", async (tx) => {
    const waiting = (await tx.objectStore("outbox").getAll()).filter((unsent) => unsent.subject !== person);
    const rows = tx.objectStore("rows");
    const theirs = await Promise.all([
      rows.getAll(IDBKeyRange.upperBound([person], true)), rows.getAll(IDBKeyRange.lowerBound([person, []], true)),
    ]);
    return { waiting: new Set(waiting.map(({ id }) => id)).size, refused: theirs.flat().filter((row) => row.refused).length };
  });
}
