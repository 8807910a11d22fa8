import { Record } from "../record/record.ts";
import type { Store } from "./db.ts";

/** What this phone's person wrote for others that the server does not hold: still to send, and refused. */
export async function unsentForOthers(store: Store, person: string): Promise<{ waiting: number; refused: number }> {
  const [waiting, rows] = await store.run(["rows", "outbox"], "readonly", async (tx) => {
    const unsent = await tx.objectStore("outbox").getAll();
    const held = tx.objectStore("rows");
    const theirs = await Promise.all([
      held.getAll(IDBKeyRange.upperBound([person], true)), held.getAll(IDBKeyRange.lowerBound([person, []], true)),
    ]);
    return [unsent.filter(({ subject }) => subject !== person), theirs.flat()] as const;
  });
  // Which entries were deleted since is sealed; few diaries have anything refused.
  const subjects = new Set(rows.filter(({ refused }) => refused).map(({ subject }) => subject));
  const refused = await Promise.all([...subjects].map((subject) => refusedOf(store, subject)));
  return { waiting: new Set(waiting.map(({ id }) => id)).size, refused: refused.reduce((sum, count) => sum + count, 0) };
}

async function refusedOf(store: Store, subject: string): Promise<number> {
  const record = await Record.open(store, subject);
  record.close();
  return record.unsent().refused;
}
