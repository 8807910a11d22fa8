/** Keeps this phone and the server the same while the page is open, and says how that goes. */
import { computed, signal } from "@preact/signals";
import { type Schedule, startSync, type Status } from "../shared/sync/schedule.ts";
import type { Store } from "../shared/store/db.ts";
import { giveNameBack } from "../shared/sync/name.ts";
import { isStaff } from "./roles.ts";
import { me, record, store } from "./state.ts";
import { passOn } from "./told.ts";

/** The name of the file that this is in, which is another one in every build of the app. */
const build = import.meta.url;

export const status = signal<Status | null>(null);

/** The server no longer knows this phone: entries stay here until a new code is used. */
export const signedOut = computed(() => status.value?.outcome === "signed-out");

let schedule: Schedule | null = null;

const NOTHING_TO_SEND: Status = { running: false, outcome: "done", last_done_at: null, error: null };

/** What somebody who works here wrote is sent by desk.ts, when they are at it: asking the server all day would keep them signed in for ever. */
export function startSending(held: Store): void {
  if (isStaff(me.value?.role)) {
    status.value = NOTHING_TO_SEND;
    import("./idle.ts").then(({ watchIdle }) => watchIdle(), () => undefined); // without it the server still ends the sign-in
    import("./desk.ts").then(({ openDesk }) => openDesk(held), () => undefined); // it is opened with the first screen that needs it
    return;
  }
  schedule = startSync({ store: held, build });
  schedule.onStatus(async (now) => {
    await record.value?.settled(); // told only when the screens show what came
    status.value = now;
    if (now.outcome === "done" && !now.running) giveNameBack(held).catch(() => undefined); // the next one does it
  });
  schedule.hear(window, "online");
  schedule.hear(document, "visibilitychange", () => document.visibilityState === "visible");
}

/** Nothing is sent until it is started again: while it is not certain whose sign-in this phone has. */
export function stopSending(): void {
  schedule?.stop();
  schedule = null;
}

export function sendNow(): void {
  schedule?.poke();
}

/** Sends now and waits until that has ended, well or not. */
export async function sendAndWait(): Promise<void> {
  await Promise.all([passOn(store.value!), entriesSent()]);
}

function entriesSent(): Promise<void> {
  const sender = schedule;
  if (!sender) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = sender.onStatus((now) => {
      if (now.running) return;
      stop();
      resolve(record.value?.settled());
    });
    sender.poke();
  });
}

/** Until it is known how the first sending went, which brings what the person waits for; 5 seconds at most. */
export async function firstSent(): Promise<void> {
  let stop = () => {};
  await new Promise<void>((resolve) => {
    stop = status.subscribe((now) => { if (now?.outcome) resolve(); });
    setTimeout(resolve, 5_000);
  });
  stop();
}
