/** Where the person is. Addresses live in the browser's history, so that reload, back and deep links just work. */
import { signal } from "@preact/signals";

export const path = signal(location.pathname);
/** Screen changes since the page was loaded: 0 means that focus stays where the browser put it. */
export const arrivals = signal(0);

let arrived_at = -Infinity;
const JUST_NOW_MS = 500;

/** The screen has only now changed, and reading begins at its heading. */
export const hasJustArrived = (): boolean => performance.now() - arrived_at < JUST_NOW_MS;

type Guard = (to: string) => boolean;
let guard: Guard | null = null;

/** Asked before the person leaves a screen by a link or button; false keeps them there. */
export function guardLeaving(ask: Guard | null): void {
  guard = ask;
}

export function go(to: string, { replace = false } = {}): void {
  if (guard && !guard(to)) return;
  history[replace ? "replaceState" : "pushState"](null, "", to);
  arrive();
  scrollTo(0, 0);
}

/** Part of an address in plain letters; null when it was cut off in the middle of one. */
export function decoded(address: string): string | null {
  try {
    return decodeURIComponent(address);
  } catch {
    return null;
  }
}

function arrive(): void {
  arrived_at = performance.now();
  arrivals.value += 1;
  path.value = location.pathname;
}

/** Links inside the app change the screen; new tabs, downloads and other sites are left to the browser. */
function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element && event.target.closest("a");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (link.origin !== location.origin || link.target || link.hasAttribute("download") || link.hash) return;
  event.preventDefault();
  go(link.pathname + link.search);
}

/** Back and forward. A jump within the screen, as the skip link makes, is no arrival: nothing of it goes or is read anew. */
function followHistory(): void {
  if (!location.hash || location.pathname !== path.peek()) arrive();
}

export function startRouter(): void {
  addEventListener("popstate", followHistory);
  addEventListener("click", followLink);
}
