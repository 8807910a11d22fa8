/** One syncer at a time, over all tabs: by a Web Lock, or where there is none by a lease in the database. */
import type { Store } from "../store/db.ts";

interface Lease {
  owner: string;
  until: number;
}

const LEASE = "lease";
/** Longer than the longest wait for one piece of an answer. */
const LEASE_MS = 90_000;

/** Runs `work` when it is our turn, else gives null at once. `work` calls `keep` before each request. */
export async function inTurn<T>(
  store: Store, now: () => number, work: (keep: () => Promise<void>) => Promise<T>,
): Promise<T | null> {
  if (globalThis.navigator?.locks) {
    return navigator.locks.request(`sync ${store.name}`, { ifAvailable: true }, (lock) =>
      lock ? work(async () => undefined) : null);
  }
  const owner = crypto.randomUUID();
  if (!(await takeLease(store, owner, now()))) return null;
  try {
    return await work(async () => void (await takeLease(store, owner, now())));
  } finally {
    await releaseLease(store, owner);
  }
}

/** Takes or keeps the lease. One that ends further ahead than any lease can (a clock was put back) has ended. */
export function takeLease(store: Store, owner: string, now: number): Promise<boolean> {
  return store.run(["meta"], "readwrite", async (tx) => {
    const meta = tx.objectStore("meta");
    const held = (await meta.get(LEASE)) as Lease | undefined;
    const taken = held && held.owner !== owner && held.until > now && held.until <= now + LEASE_MS;
    if (!taken) await meta.put({ owner, until: now + LEASE_MS } satisfies Lease, LEASE);
    return !taken;
  });
}

async function releaseLease(store: Store, owner: string): Promise<void> {
  await store.run(["meta"], "readwrite", async (tx) => {
    const meta = tx.objectStore("meta");
    if (((await meta.get(LEASE)) as Lease | undefined)?.owner === owner) await meta.delete(LEASE);
  });
}
