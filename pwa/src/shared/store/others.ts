/**
 * What this phone knows of other people: who opened the diary on it, what they are called, and who shares theirs with the
 * person of this phone. Kept as named values, names sealed, so that it is there without signal.
 */
import type { Schemas } from "../api/schema.d.ts";
import type { Store } from "./db.ts";
import { cursorKey, readSealed, sealed, START } from "./meta.ts";

/** Somebody opened the diary at `at`, when it had come to `number`. */
export type Seen = Schemas["Opened"];
export interface Names {
  [person: string]: string;
}

/** Somebody who shares their diary with the person of this phone. */
export interface Helped {
  subject: string;
  called: string | null;
  scopes: string[];
  may_write: boolean;
}

const SEEN = "seen";
const NAMES = "names";
const HELPED = "helped";

export const readSeen = async (store: Store) => (await store.read<Seen[]>(SEEN)) ?? [];
export const readNames = async (store: Store) => (await readSealed<Names>(store, NAMES)) ?? {};
export const readHelped = async (store: Store) => (await readSealed<Helped[]>(store, HELPED)) ?? [];

/** The named values that a sync's answer changes, to be put in the transaction that takes the rest of it in. */
export async function newsOfOthers(
  store: Store, person: string, { subjects, erased }: Pick<Schemas["SyncAnswer"], "subjects" | "erased">,
): Promise<[key: string, value: unknown][]> {
  const seen = subjects.find(({ subject }) => subject === person)?.seen ?? [];
  const names = subjects.flatMap((down) => Object.entries(down.names));
  const gone = [...subjects.filter((down) => down.withdrawn).map((down) => down.subject), ...erased];
  const news: [key: string, value: unknown][] = [];
  if (seen.length) news.push([SEEN, seen]);
  if (names.length) news.push([NAMES, await sealed(store, NAMES, { ...(await readNames(store)), ...Object.fromEntries(names) })]);
  if (gone.length) {
    const helped = (await readHelped(store)).filter(({ subject }) => !gone.includes(subject));
    news.push([HELPED, await sealed(store, HELPED, helped)]);
  }
  return news;
}

/** Keeps who shares with this phone's person, as the server said just now. From here on each sync asks after them too. */
export async function keepHelped(store: Store, helped: Helped[]): Promise<void> {
  const kept = await sealed(store, HELPED, helped);
  await store.run(["meta"], "readwrite", async (tx) => {
    const meta = tx.objectStore("meta");
    await meta.put(kept, HELPED);
    for (const { subject } of helped) if ((await meta.getKey(cursorKey(subject))) === undefined) await meta.put(START, cursorKey(subject));
  });
  store.changes.tell({ what: "meta", key: "others" });
  store.changes.tell({ what: "meta", key: "outbox" }); // a sync goes now, and fetches them
}
