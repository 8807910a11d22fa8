/**
 * The service worker: keeps the app's own files, so that every screen opens with no network. It never touches /api/,
 * and packs under /content/ are kept by the page (shared/content). A new version waits until the person asks for it.
 *
 * Kill switch: serve a `sw.js` that in `activate` deletes every cache, calls `registration.unregister()` and reloads
 * its clients. Browsers look for it on each visit, because `sw.js` is served with `no-cache`.
 */
export {};
declare const self: ServiceWorkerGlobalScope;
declare const __PRECACHE__: [path: string, revision: string][];
declare const __BUILD__: string;

const PREFIX = "shell-";
const CURRENT = PREFIX + __BUILD__;
/** What the server makes from its settings: used from here, and looked at again in the background. */
const SETTINGS_CACHE = "settings-1";
const SETTINGS = ["/theme.css", "/manifest.webmanifest"];
const keys = new Map(__PRECACHE__.map(([path, revision]) => [path, `${path}?__r=${revision}`]));

self.addEventListener("install", (event) => {
  event.waitUntil(Promise.all([install(), ...SETTINGS.map((path) => renew(path).catch(() => undefined))]));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") void self.skipWaiting(); // only after the person chose to update
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith("/api/")) return;
  if (SETTINGS.includes(url.pathname)) return event.respondWith(keptSetting(event, url.pathname));
  const key = keys.get(url.pathname) ?? (request.mode === "navigate" ? keys.get("/index.html") : undefined);
  if (key) event.respondWith(fromShell(key, request));
});

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
  event.waitUntil(renewed.catch(() => undefined));
  return kept;
}

async function renew(path: string): Promise<Response> {
  const response = await fetched(path);
  await (await caches.open(SETTINGS_CACHE)).put(path, response.clone());
  return response;
}

/** A fresh answer. A redirect (a log-in page) or an error is never kept. */
async function fetched(path: string): Promise<Response> {
  const response = await fetch(path, { cache: "no-cache" });
  if (!response.ok || response.redirected) throw new Error(`${path} ${response.status}`);
  return response;
}
