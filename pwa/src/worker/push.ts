/**
 * Reminders that arrive while nothing of the app is open. A notification is shown first, always, and before anything that
 * needs the network: browsers take the right to remind away from those who do not.
 */
import words from "../../../content/messages/en/reminders-worker.ftl?raw";
import { renewToken } from "../shared/api/token.ts";
import { allDone, keepTapped, keepSaid, pressDone } from "../shared/reminders/box.ts";
import { subscribed, keyOf, tellWhere } from "../shared/reminders/device.ts";
import { type Fallback, type Kept, keysIn, noticeOf } from "../shared/reminders/message.ts";
import { passSaidOn, SAID_SYNC, sayShown } from "../shared/reminders/said.ts";

/** Events and parts that the types of a worker do not know, as not every browser has them. */
interface SyncEvent extends ExtendableEvent { readonly tag: string }
interface SubscriptionChange extends ExtendableEvent { readonly oldSubscription: PushSubscription | null; readonly newSubscription: PushSubscription | null }
interface MaybeSync { sync?: { register(tag: string): Promise<void> } }

/** Longer than any phone takes to look up a key; a database that hangs must not keep a reminder from being shown. */
const LOOK_MS = 2_000;
/** Two seconds in all: a worker knows within milliseconds what it is. */
const SHOW_TRIES = 40;
const SHOW_AGAIN_MS = 50;

export function listenForReminders(scope: ServiceWorkerGlobalScope): void {
  scope.addEventListener("push", (event) => event.waitUntil(show(scope, event.data?.text() ?? "")));
  scope.addEventListener("notificationclick", (event) => event.waitUntil(clicked(scope, event)));
  scope.addEventListener("notificationclose", (event) => event.waitUntil(count(scope, event.notification)));
  scope.addEventListener("pushsubscriptionchange", (event) => (event as ExtendableEvent).waitUntil(moved(scope, event as SubscriptionChange)));
  scope.addEventListener("sync", (event) => {
    const { tag } = event as SyncEvent;
    if (tag === SAID_SYNC) (event as SyncEvent).waitUntil(passSaidOn());
  });
}

async function show(scope: ServiceWorkerGlobalScope, text: string): Promise<void> {
  const done = await Promise.race([allDone(keysIn(text)).catch(() => false), later(LOOK_MS, false)]);
  const { title, options } = noticeOf(text, { done, origin: scope.location.origin, fallback: fallback() });
  await inSight(scope, title, options);
  await count(scope);
  const { token } = options.data as Kept;
  if (token) await sayShown(token);
  await passSaidOn().catch(() => undefined);
}

/**
 * Firefox hands a push to a worker that has only just become the active one, as after an update. Until the worker knows
 * that it is, the browser refuses to show anything ("No active worker for scope"), once in a thousand times on a busy
 * machine; the reminder would be lost, as no service sends it once more.
 */
async function inSight(scope: ServiceWorkerGlobalScope, title: string, options: NotificationOptions, tries = SHOW_TRIES): Promise<void> {
  try {
    await scope.registration.showNotification(title, options);
  } catch (fault) {
    if (tries === 1) throw fault;
    await later(SHOW_AGAIN_MS, null);
    await inSight(scope, title, options, tries - 1);
  }
}

async function clicked(scope: ServiceWorkerGlobalScope, { notification, action }: NotificationEvent): Promise<void> {
  const kept = notification.data as Kept;
  const { token, keys } = kept;
  notification.close();
  await count(scope, notification);
  if (action !== "done" && action !== "later") return open(scope, kept);
  if (action === "done") await pressDone(keys);
  if (!token) return;
  await keepSaid({ token, said: action, at: new Date().toISOString() });
  await passSaidOn().catch(() => wakeLater(scope));
}

/** A window that is open is shown and told; the place is kept too, as some phones open the app where it begins. */
async function open(scope: ServiceWorkerGlobalScope, kept: Kept): Promise<void> {
  await keepTapped(kept);
  const [window] = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (!window) return void (await scope.clients.openWindow(kept.to));
  window.postMessage("tapped");
  await window.focus().catch(() => undefined);
}

/** Without Background Sync the next start of this worker or of the app passes it on. */
async function wakeLater(scope: ServiceWorkerGlobalScope): Promise<void> {
  await (scope.registration as MaybeSync).sync?.register(SAID_SYNC).catch(() => undefined);
}

/** The browser changed how this device is reached, or lost it. If the service cannot be told now, the app does it when it opens. */
async function moved(scope: ServiceWorkerGlobalScope, { oldSubscription, newSubscription }: SubscriptionChange): Promise<void> {
  const key = newSubscription ? null : oldSubscription && keyOf(oldSubscription);
  const now = newSubscription ?? (key ? await subscribed(scope.registration, key).catch(() => null) : null);
  if (now && (await renewToken())) await tellWhere(now).catch(() => undefined);
}

/** The number on the app's icon is how many notifications are in sight; `gone` has just been closed. */
async function count(scope: ServiceWorkerGlobalScope, gone?: Notification): Promise<void> {
  try {
    const seen = await scope.registration.getNotifications();
    const left = seen.filter(({ tag }) => !gone?.tag || tag !== gone.tag).length;
    await (left ? scope.navigator.setAppBadge?.(left) : scope.navigator.clearAppBadge?.());
  } catch {
    // a browser without a number on its icons
  }
}

/** The worker has no other words than these two: the rest comes with each message. */
const fallback = (): Fallback => ({ title: t("push-fallback-title"), body: t("push-fallback-body") });
const t = (id: string): string => new RegExp(`^${id} = (.+)$`, "m").exec(words)?.[1] ?? "";

const later = <T>(ms: number, value: T): Promise<T> => new Promise((resolve) => setTimeout(() => resolve(value), ms));
