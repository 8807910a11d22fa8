/** Pain logged while the phone is locked: straight to the service if there is signal, else sealed until it is unlocked. */
import { useToken } from "../../../shared/api/token.ts";
import { localTime, phoneClock } from "../../../shared/dates.ts";
import { uuid7 } from "../../../shared/ids.ts";
import type { NewVersion } from "../../../shared/record/wire.ts";
import type { Store } from "../../../shared/store/db.ts";
import { putIn, takeBack } from "../../../shared/store/inbox.ts";
import { type Cursor, cursorKey, EPOCH, type Me, START } from "../../../shared/store/meta.ts";
import { post } from "../../../shared/sync/post.ts";

/** Locked, an answer is waited for less long: somebody stands there with the phone in hand. */
const PATIENCE_MS = 8_000;

/**
 * "sent": the service has it. "kept": it is on this phone, sealed, because there was no clear answer; sent once more
 * after unlocking, which is harmless. Raises what the phone's storage says when it is in neither place.
 */
export async function logLocked(store: Store, score: number): Promise<"sent" | "kept"> {
  const now = phoneClock.now();
  const zone = phoneClock.zone();
  const version: NewVersion = { id: uuid7(now), kind: "pain", at: localTime(now, zone), zone, body: { score, regions: [] } };
  const { person } = (await store.read<Me>("me"))!;
  const { lock } = (await store.keys.resting())!;
  // Kept first: an app that ends while it sends loses nothing.
  const kept = await putIn(store, lock!.inbox.into, person, version).then(() => null, (error: unknown) => error ?? "not kept");
  if (!(await send(store, person, version))) {
    if (kept) throw kept;
    return "kept";
  }
  if (!kept) await takeBack(store, version.id);
  return "sent";
}

/** True only when the service says that it holds it. What else it answers is left alone: that is for when it is unlocked. */
async function send(store: Store, person: string, version: NewVersion): Promise<boolean> {
  try {
    await useTokenHere(store);
    const cursor = (await store.read<Cursor>(cursorKey(person))) ?? START;
    const request = {
      device_now: new Date().toISOString(), epoch: (await store.read<string>(EPOCH)) ?? null,
      subjects: [{ subject: person, grant: cursor.grant, number: cursor.number, entries: [version] }],
    };
    const answer = await post(request, { patience_ms: PATIENCE_MS });
    const down = answer.subjects.find(({ subject }) => subject === person);
    return down?.numbers.length === 1 && down.refused.length === 0;
  } catch {
    return false;
  }
}

/** The session's token rests in the clear, as the session itself does: neither opens what is on the phone. */
export async function useTokenHere(store: Store): Promise<void> {
  useToken((await store.read<Me>("me"))?.csrf);
}
