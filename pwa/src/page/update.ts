/** The service worker: registered through a Trusted Types policy; a newer version is offered, never forced. */
import { signal } from "@preact/signals";

/** Takes the newer version; null when there is none. */
export const update = signal<(() => void) | null>(null);

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

const WORKER = "/sw.js";

/** The one script address this page may ever load by name. */
function workerAddress(): string {
  const policy = window.trustedTypes?.createPolicy("jointly", {
    createScriptURL(url) {
      if (url !== WORKER) throw new TypeError("not our worker");
      return url;
    },
  });
  return policy ? policy.createScriptURL(WORKER) : WORKER;
}

/** Private windows have no service worker, and the app works without one. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker.register(workerAddress(), { updateViaCache: "none" });
  void navigator.serviceWorker.ready.then(({ active }) => {
    if (!navigator.serviceWorker.controller) active?.postMessage("claim");
  });
  const watch = () => registration.installing?.addEventListener("statechange", () => offer(registration));
  offer(registration);
  watch(); // another tab may have found it before this one listened
  registration.addEventListener("updatefound", watch);
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => undefined);
  });
}

function offer(registration: ServiceWorkerRegistration): void {
  if (!registration.waiting || !navigator.serviceWorker.controller) return;
  reloadOnceItIsIn();
  update.value = () => navigator.serviceWorker.controller?.postMessage("hand-over");
}

let watching = false;

/** Only when an update waited: the very first worker also takes control, and that needs no reload. */
function reloadOnceItIsIn(): void {
  if (watching) return;
  watching = true;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
}
