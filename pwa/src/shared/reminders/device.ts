/** This browser's subscription to web push, and what the service is told of it. */
import { ask } from "../api/client.ts";
import { base64url, bytesOf } from "./keys.ts";

/**
 * A subscription under the service's key. One under another key is given up first, as a browser holds one at a time, and so
 * is one that the push service no longer takes messages for (`afresh`).
 */
export async function subscribed({ pushManager }: ServiceWorkerRegistration, applicationServerKey: string, afresh = false): Promise<PushSubscription> {
  const now = await pushManager.getSubscription();
  if (now && !afresh && keyOf(now) === applicationServerKey) return now;
  await now?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(applicationServerKey) });
}

/** The public key a subscription was made for, as the service writes it; null when the browser does not say. */
export function keyOf({ options }: PushSubscription): string | null {
  const key = options.applicationServerKey;
  return key && base64url(new Uint8Array(key));
}

/** Tells the service where this device is reached; the same again changes nothing. Raises Problem or NoAnswer. */
export async function tellWhere(subscription: PushSubscription): Promise<void> {
  const { endpoint, keys: { p256dh = "", auth = "" } = {} } = subscription.toJSON();
  await ask("PUT /api/reminders/device", { endpoint: endpoint!, p256dh, auth, key: keyOf(subscription) ?? "" });
}
