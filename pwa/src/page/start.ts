/** What happens when the app opens, in order: the phone's own store, who is signed in, sending, content. */
import { effect, signal } from "@preact/signals";
import { hasLock } from "../shared/store/keys.ts";
import { openOrRebuild, type Trouble } from "../shared/store/rebuild.ts";
import { forgetUnfinished } from "../shared/store/drafts.ts";
import { quietMoment } from "./quiet.ts";
import { startContent } from "./content.ts";
import { signedOut, startSending, stopSending } from "./sending.ts";
import { entries, me, openRecord, store, watchTheDay } from "./state.ts";
import { leaveFirst, lookAfterJoining, lookWhoIsSignedIn, recogniseSignIn } from "./who.ts";

/**
 * "locked": nothing is read until the person unlocks. "newer": another tab runs a newer version of the app, so this one
 * has to be loaded again.
 */
export type Phase = "opening" | "locked" | "ready" | "broken" | "newer";

export const phase = signal<Phase>("opening");
/** The store was made anew: what could be read was kept. */
export const rebuilt = signal<Trouble | null>(null);

/**
 * Gives up what is on this phone, and starts as on a new one. The sign-in ends too: it would fetch the diary again, for
 * whoever holds a phone that nobody unlocked.
 */
export async function clearAndStart(): Promise<void> {
  const { startAfresh } = await import("../shared/store/rebuilding.ts");
  await startAfresh().then(leaveFirst).then(start, () => undefined);
}

export async function start(): Promise<void> {
  phase.value = "opening";
  try {
    const opened = await openOrRebuild();
    store.value = opened.store;
    rebuilt.value = opened.trouble;
    startContent(store.value);
    await recogniseSignIn();
    if ((await hasLock(store.value)) && !(await openElsewhere())) phase.value = "locked";
    else await showRecord();
  } catch (error) {
    phase.value = error instanceof Error && error.name === "StoreNewer" ? "newer" : "broken";
    return;
  }
  watchTheDay();
  store.value.changes.listen((change) => {
    if (change.what === "wiped") forgetUnfinished();
    if (change.what === "wiped" && phase.value === "locked") return void carryOn();
    if (change.what === "lock") void locking().then(({ lockChanged }) => lockChanged());
    if (change.what === "wiped" || (change.what === "meta" && change.key === "me")) void openRecord();
  });
  await send();
}

/** After unlocking, and when the phone was cleared while it was locked. */
export async function carryOn(): Promise<void> {
  await showRecord();
  await send();
}

async function showRecord(): Promise<void> {
  await openRecord();
  if (!me.value) forgetUnfinished();
  phase.value = "ready";
  if (await hasLock(store.value!)) void locking().then(({ watch }) => watch());
}

async function send(): Promise<void> {
  if (entries.value.length) await quietMoment(); // what is on the phone is shown before anything is fetched
  if (phase.value !== "ready") return;
  stopSending();
  startSending(store.value!);
  lookAfterJoining().catch(() => undefined); // sending finds out too, with the next entry
}

/** Most phones are opened without a lock, and need none of its code. */
const locking = () => import("./locking.ts");
const openElsewhere = (): Promise<boolean> => locking().then(({ unlockedElsewhere }) => unlockedElsewhere()).catch(() => false);

effect(() => { if (signedOut.value) void lookWhoIsSignedIn(); });
