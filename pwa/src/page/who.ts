/** Signing in and out on this phone: one person's record at a time, and never two mixed. */
import { ask, Problem } from "../shared/api/client.ts";
import type { Me } from "../shared/store/meta.ts";
import { readMe, writeMe } from "../shared/store/meta.ts";
import { sendNow } from "./sending.ts";
import { openRecord, store } from "./state.ts";

/** Set when the phone was cleared without a connection: the server has still to hear of the sign-out. */
const LEAVING = "leaving";

/** A phone whose storage was cleared may still be signed in: then nobody has to look for a code. */
export async function recogniseSignIn(): Promise<void> {
  if (await readMe(store.value!)) return;
  if (await store.value!.read(LEAVING)) return finishLeaving();
  const who = await ask("GET /api/me").catch(() => null);
  if (who) await writeMe(store.value!, who);
}

/** Shows this person's record from now on. Whatever another person had on this phone is cleared first. */
export async function settleIn(who: Me): Promise<void> {
  const before = await readMe(store.value!);
  if (before && before.person !== who.person) await store.value!.wipe();
  await store.value!.forget(LEAVING);
  await writeMe(store.value!, who);
  await openRecord();
  navigator.storage?.persist?.().catch(() => false);
  sendNow();
}

/** Ends the sign-in and clears this phone. Raises NoAnswer or Problem, with nothing cleared, when the server cannot end it. */
export async function signOut(): Promise<void> {
  await ask("POST /api/sign-out").catch((error: unknown) => {
    if (!(error instanceof Problem && error.status === 401)) throw error; // already signed out there
  });
  await clearPhone();
}

/** Clears this phone without asking the server, which hears of it when there is a connection again. */
export async function clearPhoneOnly(): Promise<void> {
  await clearPhone();
  await store.value!.write(LEAVING, true);
}

async function clearPhone(): Promise<void> {
  await store.value!.wipe();
  await openRecord();
}

async function finishLeaving(): Promise<void> {
  await ask("POST /api/sign-out").then(() => store.value!.forget(LEAVING), () => undefined);
}
