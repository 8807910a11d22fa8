/**
 * How often words may be tried on this phone: five times, then with waits of 1, 5, 15 and 60 minutes. It holds off
 * whoever has the phone in hand, not somebody who has copied what is on it. Nothing is ever deleted for wrong tries.
 */
import type { Store } from "./db.ts";

interface Tries {
  wrong: number;
  /** still to wait, when it was last looked at */
  left_ms: number;
  /** milliseconds since 1970, by a clock that anybody may put back */
  looked_at: number;
}

const TRIES = "tries";
const FREE = 5;
const WAITS_MINUTES = [1, 5, 15, 60];

/**
 * Counts a try before it is made, so that ending the app in the middle of one gains nothing; 0 when it may be made, else
 * how many milliseconds are still to be waited. A clock that was put back does not shorten the wait.
 */
export function tryOnce(store: Store, now: Date): Promise<number> {
  return store.run(["meta"], "readwrite", async (tx) => {
    const { wrong, left_ms } = waited((await tx.objectStore("meta").get(TRIES)) as Tries | undefined, now);
    const next = left_ms > 0 ? { wrong, left_ms } : { wrong: wrong + 1, left_ms: waitAfter(wrong + 1) };
    await tx.objectStore("meta").put({ ...next, looked_at: now.getTime() } satisfies Tries, TRIES);
    return left_ms;
  });
}

/** How long the next try has to wait. */
export async function waitLeft(store: Store, now: Date): Promise<number> {
  return waited(await store.read<Tries>(TRIES), now).left_ms;
}

export const forgetTries = (store: Store): Promise<void> => store.forget(TRIES);

function waited(tries: Tries = { wrong: 0, left_ms: 0, looked_at: 0 }, now: Date): Pick<Tries, "wrong" | "left_ms"> {
  const passed = Math.max(0, now.getTime() - tries.looked_at);
  return { wrong: tries.wrong, left_ms: Math.max(0, tries.left_ms - passed) };
}

function waitAfter(wrong: number): number {
  if (wrong < FREE) return 0;
  return WAITS_MINUTES[Math.min(wrong - FREE, WAITS_MINUTES.length - 1)]! * 60_000;
}
