/**
 * Entries that an older server could not know, or an older app wrote wrongly: what "will be sent later" means. They are
 * tried again when the app is another build, and otherwise once a day, because a server is updated without a word.
 */
import type { Store } from "../store/db.ts";
import { allOf } from "../store/rows.ts";

interface Tried {
  build: string;
  /** milliseconds since 1970 */
  at: number;
}

const TRIED = "refused tried";
const LATER = new Set(["unknown-kind", "unknown-field"]);
const DAY_MS = 86_400_000;

/** Puts those entries back in the outbox when it is time to. */
export async function sendRefusedAgain(store: Store, person: string, build: string, now: Date): Promise<void> {
  const tried = await store.read<Tried>(TRIED);
  const since = tried ? Math.abs(now.getTime() - tried.at) : Infinity; // a clock put back does not stop it
  if (tried?.build === build && since < DAY_MS) return;
  const ids = await store.run(["rows", "outbox", "meta"], "readwrite", async (tx) => {
    const rows = (await tx.objectStore("rows").getAll(allOf(person))).filter((row) => row.refused && LATER.has(row.refused.code));
    await Promise.all(rows.flatMap((row) => [
      tx.objectStore("rows").put({ ...row, refused: null }),
      tx.objectStore("outbox").add({ subject: person, id: row.id }),
    ]));
    await tx.objectStore("meta").put({ build, at: now.getTime() } satisfies Tried, TRIED);
    return rows.map((row) => row.id);
  });
  if (ids.length) store.changes.tell({ what: "rows", subject: person, ids });
}
