/** What waits on this device besides entries: what it was told about listings that were wrong, and what a worker wrote with no signal. It is counted, and sent when it can be. */
import { signal } from "@preact/signals";
import type { Store } from "../shared/store/db.ts";

/** As the store names it: see shared/listings/reports.ts, which most phones never load. */
const REPORTS = "listings-reports";

/** See shared/desk/queue.ts, which only those who work here load. */
const DESK = "desk-queue";

export const reportsWaiting = signal(0);
/** What a worker wrote here that the service does not have, and what it would not take. */
export const deskWaiting = signal(0);
export const deskRefused = signal(0);

let watched: Store | null = null;

/** Counts now and whenever that changes. What is sealed while the phone is locked is counted once it is open. */
export function watchReports(store: Store): void {
  if (watched !== store) {
    watched = store;
    store.changes.listen((change) => {
      if (change.what === "wiped" || (change.what === "meta" && (change.key === REPORTS || change.key === DESK))) void count(store);
    });
    addEventListener("online", () => void passOn(store));
    addEventListener("visibilitychange", () => document.visibilityState === "visible" && void passOn(store));
  }
  void count(store).then(() => passOn(store));
}

/** Sends what waits, if anything does. */
export async function passOn(store: Store): Promise<void> {
  if (reportsWaiting.value) await reports().then(({ sendReports }) => sendReports(store)).catch(() => undefined); // it is tried again
}

async function count(store: Store): Promise<void> {
  try {
    reportsWaiting.value = (await store.read(REPORTS)) ? (await (await reports()).readReports(store)).length : 0;
    const written = (await store.read(DESK)) ? await (await import("../shared/desk/queue.ts")).readQueue(store) : [];
    deskRefused.value = written.filter(({ refused }) => refused).length;
    deskWaiting.value = written.length - deskRefused.value;
  } catch {
    // locked, or its code has not come: it is counted the next time
  }
}

const reports = () => import("../shared/listings/reports.ts");
