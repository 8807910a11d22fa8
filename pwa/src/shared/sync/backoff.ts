/** When to try again. No end, and full jitter, so that phones do not all come back in the same second. */
import type { Outcome } from "./sync.ts";

const FIRST_MS = 2_000;
/** With the 15 seconds that a dead line may cost (post.ts), a phone is heard of within 30 seconds of the line's return. */
const LONGEST_MS = 12_000;
/** While all is well, how often to look for what other devices wrote. */
const QUIET_MS = 300_000;
const LONGEST_ASKED_SECONDS = 3_600;

/** After the `failures`-th failure in a row: anything up to 2, 4, 8, then 12 seconds, and half a second at least. */
export function backoffMs(failures: number, random = Math.random()): number {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.max(500, Math.round(most * random));
}

/** How long to leave it after an outcome; null = until something happens. A server's own wish is kept, plus jitter. */
export function delayMs(
  outcome: Outcome | "busy" | "storage", failures: number, wait_seconds: number | null, random = Math.random(),
): number | null {
  if (outcome === "erased" || outcome === "revoked" || outcome === "nobody" || outcome === "signed-out") return null;
  if (outcome === "done") return QUIET_MS + QUIET_MS * random;
  if (outcome === "busy") return 1_000 + 2_000 * random;
  const asked = Math.min(wait_seconds ?? 0, LONGEST_ASKED_SECONDS) * 1_000;
  return asked + backoffMs(failures, random);
}
