/** The clock of the 30-second chair stand. It reads the time that has passed, so that a page that slept tells it right. */

export const READY_SECONDS = 5;
export const STAND_SECONDS = 30;

export interface StandClock {
  part: "ready" | "go" | "over";
  /** whole seconds left of this part, counted up: 30 at its start, 1 until its end */
  left: number;
  /** how many seconds this part takes; 0 when it is over */
  of: number;
}

/** Where the clock is, so many milliseconds after the start was pressed. */
export function standClock(elapsed_ms: number): StandClock {
  const ready = READY_SECONDS * 1000 - Math.max(0, elapsed_ms);
  if (ready > 0) return { part: "ready", left: Math.ceil(ready / 1000), of: READY_SECONDS };
  const go = ready + STAND_SECONDS * 1000;
  return go > 0 ? { part: "go", left: Math.ceil(go / 1000), of: STAND_SECONDS } : { part: "over", left: 0, of: 0 };
}
