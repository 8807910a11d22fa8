/** Passes on what was answered to notifications. It needs no sign-in: a token says which telling it was. */
import { dropSaid, keepSaid, type Said, saidHere } from "./box.ts";

const SAID = "/api/reminders/said";
/** The name under which a browser with Background Sync wakes the worker once there is a connection. */
export const SAID_SYNC = "said";
const PATIENCE_MS = 15_000;

/** An answer that the service will never take is given up; any other is tried again later. */
const GIVEN_UP = new Set([400, 404, 410, 413, 422]);

/** Keeps an answer and passes it on if that can be done now. Raises when it cannot, with the answer kept. */
export async function say(said: Said, ask: typeof fetch = fetch): Promise<void> {
  await keepSaid(said);
  await passSaidOn(ask);
}

/** Passes on all that waits, oldest first. Raises at the first that cannot be passed on now. */
export async function passSaidOn(ask: typeof fetch = fetch): Promise<void> {
  for (const [place, said] of await saidHere()) {
    const { ok, status } = await post(said, ask);
    if (!ok && !GIVEN_UP.has(status)) throw new Error(`not taken: ${status}`);
    await dropSaid(place);
  }
}

/** Says that a notification was shown, if that can be done now: nobody keeps it. */
export const sayShown = (token: string, ask: typeof fetch = fetch): Promise<unknown> =>
  post({ token, said: "shown", at: new Date().toISOString() }, ask).catch(() => undefined);

const post = (said: Said, ask: typeof fetch): Promise<Response> =>
  ask(SAID, {
    method: "POST", credentials: "omit", cache: "no-store", keepalive: true, signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { "Content-Type": "application/json", "Accept": "application/json" }, body: JSON.stringify(said),
  });
