/** Opens what a tapped notification is about, where the system opened the app at its beginning, or it was open already. */
import { effect } from "@preact/signals";
import { takeTapped } from "../../shared/reminders/box.ts";
import { arrivals, go } from "../router.ts";
import { asked } from "./asked.ts";

/** A tap longer ago than this is no longer what somebody opened the app for. */
const FRESH_MS = 60_000;

export function watchTapped(): void {
  navigator.serviceWorker?.addEventListener("message", ({ data }) => { if (data === "tapped") void openTapped(); });
  effect(() => {
    arrivals.value;
    asked.value = null; // whoever goes on to another screen has seen it
  });
  void openTapped();
}

async function openTapped(): Promise<void> {
  const tapped = await takeTapped().catch(() => null);
  if (!tapped || Date.now() - tapped.at >= FRESH_MS) return;
  if (tapped.to !== location.pathname + location.search) go(tapped.to);
  if (!tapped.token || !tapped.says?.length) return;
  const { askOf } = await import("../screens/reminders/Asked.tsx");
  asked.value = askOf(tapped.token, tapped.keys, tapped.says);
}
