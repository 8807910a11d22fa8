import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

const AT_ONCE = 40;

/** How many of `total` rows to draw: as many as fill a screen at once, and the rest right after, so that nobody waits for rows that they do not see. */
export function useGrowing(total: number): number {
  const drawn = useSignal(AT_ONCE);
  const now = drawn.value;
  useEffect(() => {
    if (now >= total) return;
    const next = setTimeout(() => (drawn.value = now + 2 * AT_ONCE), 0);
    return () => clearTimeout(next);
  }, [now, total]);
  return now;
}
