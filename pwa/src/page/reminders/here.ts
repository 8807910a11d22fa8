/** Whether this browser can remind at all, what it was allowed, and turning reminders on and off on it. */
import { signal } from "@preact/signals";
import { ask } from "../../shared/api/client.ts";
import { subscribed, tellWhere } from "../../shared/reminders/device.ts";
import { me, store } from "../state.ts";
import { type Ability, ability } from "./ability.ts";

/**
 * "on": reminders come here. "off": they may, and do not. "ask": nobody has been asked yet. "denied": the browser was told
 * to let none through. Else why it cannot: see ability.ts.
 */
export type Here = "on" | "off" | "ask" | "denied" | Exclude<Ability, "able">;

/** null until it has been looked at */
export const here = signal<Here | null>(null);
/** Turned on here, but the service has not been told yet: without a signal that comes later. */
export const untold = signal(false);

/** Named value in the store: whether reminders were turned on (true) or off (false) on this device. */
const HERE = "reminders-here";
const WORKER_MS = 10_000;

export async function lookHere(): Promise<void> {
  here.value = await stateHere();
}

async function stateHere(): Promise<Here> {
  const able = ability();
  if (able !== "able") return able;
  if (Notification.permission === "denied") return "denied";
  if (Notification.permission === "default") return "ask";
  return (await isWanted()) ? "on" : "off";
}

/** Whether this device was turned on. One whose storage was cleared still has its subscription, and wants it. */
async function isWanted(): Promise<boolean> {
  const said = await store.value?.read<boolean>(HERE);
  return said ?? Boolean(await (await registered())?.pushManager.getSubscription());
}

/** Asks the browser, which is allowed only straight after a tap, and turns reminders on if it may. */
export async function turnOn(): Promise<Here> {
  const said = await Notification.requestPermission();
  if (said === "granted") await store.value!.write(HERE, true);
  await lookHere();
  if (here.value === "on") await resync();
  return here.value!;
}

/** Turns them off on this device alone. What the service cannot be told now it finds out by itself: nothing reaches it here. */
export async function turnOff(): Promise<void> {
  await store.value!.write(HERE, false);
  await unsubscribe();
  await ask("DELETE /api/reminders/device").catch(() => undefined);
  await lookHere();
}

/** At each start, and once turned on: a browser may have lost its subscription, or the service have another key by now. */
export async function resync(): Promise<void> {
  if (ability() !== "able" || Notification.permission !== "granted" || !(await isWanted())) return;
  // One at a time, in all windows: each could give up the subscription that another has just made.
  await navigator.locks.request("reminders here", resyncNow);
}

async function resyncNow(): Promise<void> {
  try {
    const { push, devices } = await ask("GET /api/reminders");
    const worker = push && (await registered());
    const known = devices.find(({ device }) => device === me.value?.device);
    // One that the service does not know was perhaps forgotten because it had expired, which no browser is told.
    const afresh = known?.wants !== "ok";
    if (worker) await tellWhere(await subscribed(worker, push.key, afresh));
    untold.value = false;
  } catch {
    untold.value = true; // no signal, or the push service is out of reach: the next start does it
  }
}

/** Nothing reaches this browser any more. */
export async function unsubscribe(): Promise<void> {
  const subscription = await (await registered())?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}

/** The worker, once there is one; null where none comes. */
async function registered(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), WORKER_MS));
  return Promise.race([navigator.serviceWorker.ready, late]);
}
