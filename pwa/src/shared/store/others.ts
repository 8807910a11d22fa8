/**
 * What this phone knows of other people: who opened the diary on it, what they are called, and who shares theirs with the
 * person of this phone. Kept as named values, so that it is there without signal.
 */
import type { Schemas } from "../api/schema.d.ts";
import type { Store } from "./db.ts";
import { cursorKey, START } from "./meta.ts";

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
  ends_at: string | null;
}

const SEEN = "seen";
const NAMES = "names";
const HELPED = "helped";

export const readSeen = async (store: Store) => (await store.read<Seen[]>(SEEN)) ?? [];
export const readNames = async (store: Store) => (await store.read<Names>(NAMES)) ?? {};
export const readHelped = async (store: Store) => (await store.read<Helped[]>(HELPED)) ?? [];

/** The named values that a sync's answer changes, to be put in the transaction that takes the rest of it in. */
export async function newsOfOthers(
  store: Store, person: string, { subjects, erased }: Pick<Schemas["SyncAnswer"], "subjects" | "erased">,
): Promise<[key: string, value: unknown][]> {
  const seen = subjects.find(({ subject }) => subject === person)?.seen ?? [];
  const names = subjects.flatMap((down) => Object.entries(down.names));
  const gone = [...subjects.filter((down) => down.withdrawn).map((down) => down.subject), ...erased];
  return [
    ...(seen.length ? [[SEEN, seen] as [string, unknown]] : []),
    ...(names.length ? [[NAMES, { ...(await readNames(store)), ...Object.fromEntries(names) }] as [string, unknown]] : []),
    ...(gone.length ? [[HELPED, (await readHelped(store)).filter(({ subject }) => !gone.includes(subject))] as [string, unknown]] : []),
  ];
}

/** Keeps who shares with this phone's person, as the server said just now. From here on each sync asks after them too. */
export async function keepHelped(store: Store, helped: Helped[]): Promise<void> {
  await store.run(["meta"], "readwrite", async (tx) => {
    const meta = tx.objectStore("meta");
    await meta.put(helped, HELPED);
    for (const { subject } of helped) if ((await meta.getKey(cursorKey(subject))) === undefined) await meta.put(START, cursorKey(subject));
  });
  store.changes.tell({ what: "meta", key: "others" });
  store.changes.tell({ what: "meta", key: "outbox" }); // a sync goes now, and fetches them
}
