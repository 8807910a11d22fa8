/** Keeps the phone and the server the same, from app start on, for as long as the page is open. */
import type { Store } from "../store/db.ts";
import { delayMs } from "./backoff.ts";
import type { Outcome, SyncOptions } from "./sync.ts";
import { inTurn } from "./turn.ts";

export interface Status {
  running: boolean;
  /** how the last one ended; "storage": this phone's own storage failed; null before the first */
  outcome: Outcome | "storage" | null;
  /** when both sides were last known to hold the same, by this phone's clock */
  last_done_at: string | null;
  /** what the phone's storage said, if that was it (StorageFull, StoreBroken) */
  error: unknown;
}

export type ScheduleOptions = Omit<SyncOptions, "beforeRequest">;

/** Starts syncing: now, after each write, when told (`poke`, `hear`), and by a timer. Never asks `navigator.onLine`. */
export function startSync(options: ScheduleOptions): Schedule {
  const schedule = new Schedule(options);
  schedule.poke();
  return schedule;
}

export class Schedule {
  status: Status = { running: false, outcome: null, last_done_at: null, error: null };
  #options: ScheduleOptions;
  #listeners = new Set<(status: Status) => void>();
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #wanted = false;
  #stopped = false;
  /** the server asked us not to come before this, on a clock that nobody can set */
  #not_before = 0;

  constructor(options: ScheduleOptions) {
    this.#options = options;
    this.#stops.push(options.store.changes.listen((change) => {
      if (change.what === "meta" && change.key === "outbox") this.poke();
    }));
  }

  /** Syncs as soon as may be; one already under way is followed by another. */
  poke(): void {
    this.#wanted = true;
    if (!this.status.running) this.#after(Math.max(0, this.#not_before - performance.now()));
  }

  /** Pokes on each `type` event of `target`, if `when` says so then. */
  hear(target: EventTarget, type: string, when: () => boolean = () => true): void {
    const listener = () => { if (when()) this.poke(); };
    target.addEventListener(type, listener);
    this.#stops.push(() => target.removeEventListener(type, listener));
  }

  onStatus(listener: (status: Status) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#stops.forEach((stop) => stop());
    this.#listeners.clear();
  }

  #after(ms: number | null): void {
    clearTimeout(this.#timer);
    if (ms !== null && !this.#stopped) this.#timer = setTimeout(() => void this.#run(), ms);
  }

  async #run(): Promise<void> {
    this.#wanted = false;
    this.#tell({ running: true });
    const { outcome, wait_seconds, error } = await this.#once();
    const well = outcome === "done" || outcome === "busy";
    this.#failures = well ? 0 : this.#failures + 1;
    this.#not_before = wait_seconds ? performance.now() + wait_seconds * 1_000 : 0;
    const done = outcome === "done" && { last_done_at: new Date().toISOString() };
    this.#tell({ running: false, ...(outcome !== "busy" && { outcome, error }), ...done });
    if (this.#wanted && well) this.poke();
    else this.#after(delayMs(outcome, this.#failures, wait_seconds));
  }

  async #once(): Promise<{ outcome: Outcome | "busy" | "storage"; wait_seconds: number | null; error: unknown }> {
    const { store, now = () => new Date() } = this.#options;
    const exchange = await import("./sync.ts").catch(() => null); // nothing of it is needed to show Today
    if (!exchange) return { outcome: "offline", wait_seconds: null, error: null };
    try {
      const synced = await inTurn(store, () => now().getTime(), (keep) =>
        exchange.syncOnce({ ...this.#options, beforeRequest: keep }));
      return { outcome: synced?.outcome ?? "busy", wait_seconds: synced?.wait_seconds ?? null, error: null };
    } catch (error) {
      return { outcome: "storage", wait_seconds: null, error };
    }
  }

  #tell(changes: Partial<Status>): void {
    this.status = { ...this.status, ...changes };
    for (const listener of [...this.#listeners]) listener(this.status);
  }
}
