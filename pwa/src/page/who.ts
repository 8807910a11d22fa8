/** Signing in and out on this phone: one person's record at a time, and never two mixed. */
import { signal } from "@preact/signals";
import { ask, Problem } from "../shared/api/client.ts";
import { Store } from "../shared/store/db.ts";
import type { Me } from "../shared/store/meta.ts";
import { readMe, writeMe } from "../shared/store/meta.ts";
import { sendNow, stopSending } from "./sending.ts";
import { atRisk, me, openRecord, store } from "./state.ts";

/** Set when the phone was cleared without a connection: the server has still to hear of the sign-out. */
const LEAVING = "leaving";

/** Where a joining is kept from before its code is used until the record it opened is the one on this phone. */
export const JOINING = "joining";

/** Whom the server takes this phone for, when it is not the person whose record is on it: nothing is sent until that is settled. */
export const another = signal<Me | null>(null);

/** Asks the server whom it takes this phone for. Without an answer nothing changes. */
export async function lookWhoIsSignedIn(): Promise<void> {
  const who = await ask("GET /api/me").catch((error: unknown) => (error instanceof Problem ? null : another.value));
  another.value = who && me.value && who.person !== me.value.person ? who : null;
}

/** A joining that a reload or the end of the app cut short may have changed whose sign-in this phone has. */
export async function lookAfterJoining(): Promise<void> {
  if (me.value && (await store.value!.read(JOINING))) await lookWhoIsSignedIn();
}

/** Gives up a joining that opened somebody else's record: signed out, with the record on this phone as it was. */
export async function leaveAnother(): Promise<void> {
  await endSignIn();
  await store.value!.forget(JOINING);
  another.value = null;
}

/** A phone whose storage was cleared may still be signed in: then nobody has to look for a code. */
export async function recogniseSignIn(): Promise<void> {
  if (await readMe(store.value!)) return;
  if (await store.value!.read(LEAVING)) return finishLeaving();
  const who = await ask("GET /api/me").catch(() => null);
  if (who) await writeMe(store.value!, who);
}

/**
 * Whether somebody who signed in may have this device. False when things of the one before wait on it to be sent: the new
 * sign-in is ended at once, before any of them could go out in a wrong name, and what becomes of them is asked first.
 */
export async function mayHave(who: Me): Promise<boolean> {
  if (!me.value || me.value.person === who.person || !atRisk.value) return true;
  another.value = who;
  await leaveAnother();
  return false;
}

/** Shows this person's record from now on. Whatever another person had on this phone is cleared first. */
export async function settleIn(who: Me): Promise<void> {
  const before = await readMe(store.value!);
  if (before && before.person !== who.person) await store.value!.wipe();
  await store.value!.forget(LEAVING);
  await writeMe(store.value!, who);
  await store.value!.forget(JOINING);
  another.value = null;
  await openRecord();
  navigator.storage?.persist?.().catch(() => false);
  sendNow();
}

/** Ends the sign-in and clears this phone. Raises NoAnswer or Problem, with nothing cleared, when the server cannot end it. */
export async function signOut(): Promise<void> {
  await endSignIn();
  await clearPhone();
}

async function endSignIn(): Promise<void> {
  await ask("POST /api/sign-out").catch((error: unknown) => {
    if (!(error instanceof Problem && (error.status === 401 || error.status === 410))) throw error; // already signed out there
  });
}

/** Clears this phone without asking the server, which hears of it when there is a connection again. */
export async function clearPhoneOnly(): Promise<void> {
  await clearPhone();
  await store.value!.write(LEAVING, true);
}

/** The account was deleted, and the sign-in with it: nothing of it stays here. */
export async function accountGone(): Promise<void> {
  stopSending();
  await clearPhone();
}

async function clearPhone(): Promise<void> {
  await store.value!.wipe();
  another.value = null;
  await openRecord();
}

/** Notes in a store that is new that the sign-in of before has still to end. */
export async function leaveFirst(): Promise<void> {
  const fresh = await Store.open();
  await fresh.write(LEAVING, true);
  fresh.close();
}

async function finishLeaving(): Promise<void> {
  await ask("POST /api/sign-out").then(() => store.value!.forget(LEAVING), () => undefined);
}
