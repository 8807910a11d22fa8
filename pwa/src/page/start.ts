/** What happens when the app opens, in order: the phone's own store, who is signed in, sending, content. */
import { effect, signal } from "@preact/signals";
import { openOrRebuild, startAfresh, type Trouble } from "../shared/store/rebuild.ts";
import { forgetUnfinished } from "../shared/store/drafts.ts";
import { quietMoment } from "./quiet.ts";
import { startContent } from "./content.ts";
import { signedOut, startSending } from "./sending.ts";
import { entries, me, openRecord, store, watchTheDay } from "./state.ts";
import { lookAfterJoining, lookWhoIsSignedIn, recogniseSignIn } from "./who.ts";

/** "newer": another tab runs a newer version of the app, so this one has to be loaded again. */
export type Phase = "opening" | "ready" | "broken" | "newer";

export const phase = signal<Phase>("opening");
/** The store was made anew: what could be read was kept. */
export const rebuilt = signal<Trouble | null>(null);

/** Gives up what is on this phone, and starts as on a new one. */
export async function clearAndStart(): Promise<void> {
  await startAfresh().then(start, () => undefined);
}

export async function start(): Promise<void> {
  phase.value = "opening";
  try {
    const opened = await openOrRebuild();
    store.value = opened.store;
    rebuilt.value = opened.trouble;
    startContent(store.value);
    await recogniseSignIn();
    await openRecord();
    if (!me.value) forgetUnfinished();
    phase.value = "ready";
  } catch (error) {
    phase.value = error instanceof Error && error.name === "StoreNewer" ? "newer" : "broken";
    return;
  }
  watchTheDay();
  store.value.changes.listen((change) => {
    if (change.what === "wiped") forgetUnfinished();
    if (change.what === "wiped" || (change.what === "meta" && change.key === "me")) void openRecord();
  });
  if (entries.value.length) await quietMoment(); // what is on the phone is shown before anything is fetched
  startSending(store.value);
  lookAfterJoining().catch(() => undefined); // sending finds out too, with the next entry
}

effect(() => { if (signedOut.value) void lookWhoIsSignedIn(); });
