/**
 * When a listing is fresh, is to be asked about, fades and hides: dates alone, by the numbers of the server's own rule
 * (backend/jointly/listings/rules.py). Worked cases: tests/verification/freshness.yaml.
 */

export type Freshness = "fresh" | "fading" | "hidden";

export interface Checked {
  at: Date;
  /** said by its group or a worker; otherwise read from a feed */
  said: boolean;
  /** how often it runs */
  runs_days: number;
}

const DAY_MS = 86_400_000;
const ASK_DAYS = 7;
const [FADES_AFTER, HIDES_AFTER] = [3, 6];
const [FEED_FADES_DAYS, FEED_HIDES_DAYS] = [7, 28];

export function freshness({ at, said, runs_days }: Checked, now: Date): Freshness {
  const days = daysSince(at, now);
  const every = askEvery(runs_days);
  const [fades, hides] = said ? [FADES_AFTER * every, HIDES_AFTER * every] : [FEED_FADES_DAYS, FEED_HIDES_DAYS];
  return days >= hides ? "hidden" : days >= fades ? "fading" : "fresh";
}

export const isAsked = ({ at, said, runs_days }: Checked, now: Date): boolean => said && daysSince(at, now) >= askEvery(runs_days);

/** Whole days that have passed. */
export const daysSince = (at: Date, now: Date): number => Math.floor((now.getTime() - at.getTime()) / DAY_MS);

const askEvery = (runs_days: number): number => Math.max(ASK_DAYS, runs_days);
