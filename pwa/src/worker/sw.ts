/**
 * The service worker: keeps the app's own files, so that every screen opens with no network. It never touches /api/
 * and /open/, and packs under /content/ are kept by the page (shared/content). A new version waits until the person asks for it.
 *
 * Kill switch: serve a `sw.js` that in `activate` deletes every cache, calls `registration.unregister()` and reloads
 * its clients. Browsers look for it on each visit, because `sw.js` is served with `no-cache`.
 */
import { listenForReminders } from "./push.ts";

declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: [path: string, revision: string][];
declare const __BUILD__: string;

const PREFIX = "shell-";
const CURRENT = PREFIX + __BUILD__;
/** What the server makes from its settings: used from here, and looked at again in the background. */
const SETTINGS_CACHE = "settings-1";
const SETTINGS = ["/theme.css", "/manifest.webmanifest"];
/** Its headers follow the settings too: where the pictures of a map may come from. */
const PAGE = "/index.html";
const keys = new Map(__PRECACHE__.map(([path, revision]) => [path, `${path}?__r=${revision}`]));

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([install(), ...SETTINGS.map((path) => renew(path).catch(() => undefined))]));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

// The first two only after the person chose to update: the worker in charge is told to hand over, the next one to take over.
self.addEventListener("message", (event) => {
  if (event.data === "hand-over") handOver();
  if (event.data === "take-over") void self.skipWaiting();
  // A page that was loading while the worker claimed the others: no browser counts it among them.
  if (event.data === "claim") event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  lastAsked = performance.now();
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || /^\/(?:api|open)\//.test(url.pathname)) return;
  if (SETTINGS.includes(url.pathname)) return event.respondWith(answered(keptSetting(event, url.pathname)));
  const key = keys.get(url.pathname) ?? (request.mode === "navigate" ? keys.get(PAGE) : undefined);
  if (!key) return;
  event.respondWith(answered(fromShell(key, request)));
  if (key === keys.get(PAGE)) event.waitUntil(answered(renewPage(key).catch(() => undefined)));
});

listenForReminders(self);

const REST_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;
let owed = 0;
let lastAsked = 0;

/** Counts what this worker has still to answer. */
function answered<T>(answer: Promise<T>): Promise<T> {
  owed += 1;
  return answer.finally(() => { owed -= 1; });
}

/**
 * Lets the next worker in after a rest: Chromium makes one that comes between two questions wait until nothing was asked
 * for half a minute, and asking again does not help. It is woken first, so that the rest is over when it comes and not
 * when it begins to start.
 */
function handOver(): void {
  const start = performance.now();
  self.registration.waiting?.postMessage("wake");
  const look = () => {
    const now = performance.now();
    const rested = owed === 0 && now - Math.max(start, lastAsked) >= REST_MS;
    if (rested || now - start >= LONGEST_WAIT_MS) self.registration.waiting?.postMessage("take-over");
    else setTimeout(look, REST_MS / 20);
  };
  look();
}

async function install(): Promise<void> {
  const cache = await caches.open(CURRENT);
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
  await Promise.all([...keys].map(async ([path, key]) => {
    for (const name of old) {
      const kept = await (await caches.open(name)).match(key);
      if (kept) return cache.put(key, kept); // unchanged: no second download
    }
    await cache.put(key, await fetched(path));
  }));
}

async function dropOldShells(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CURRENT);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function fromShell(key: string, request: Request): Promise<Response> {
  return (await (await caches.open(CURRENT)).match(key)) ?? fetch(request);
}

async function keptSetting(event: FetchEvent, path: string): Promise<Response> {
  const renewed = renew(path);
  const kept = await (await caches.open(SETTINGS_CACHE)).match(path);
  if (!kept) return renewed;
  event.waitUntil(answered(renewed.catch(() => undefined)));
  return kept;
}

async function renew(path: string): Promise<Response> {
  const response = await fetched(path);
  await (await caches.open(SETTINGS_CACHE)).put(path, response.clone());
  return response;
}

/** The same page with the headers that it comes with now. One of another version is left for the worker of that version. */
async function renewPage(key: string): Promise<void> {
  const response = await fetched(PAGE);
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const revision = key.slice(key.indexOf("=") + 1);
  if (hash.startsWith(revision)) await (await caches.open(CURRENT)).put(key, response);
}

/** A fresh answer. A redirect (a log-in page) or an error is never kept. */
async function fetched(path: string): Promise<Response> {
  const response = await fetch(path, { cache: "no-cache" });
  if (!response.ok || response.redirected) throw new Error(`${path} ${response.status}`);
  return response;
}
