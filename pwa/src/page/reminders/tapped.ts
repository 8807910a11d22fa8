/** Opens what a tapped notification is about, where the system opened the app at its beginning, or it was open already. */
import { takeTapped } from "../../shared/reminders/box.ts";
import { go } from "../router.ts";

/** A tap longer ago than this is no longer what somebody opened the app for. */
const FRESH_MS = 60_000;

export function watchTapped(): void {
  navigator.serviceWorker?.addEventListener("message", ({ data }) => { if (data === "tapped") void openTapped(); });
  void openTapped();
}

async function openTapped(): Promise<void> {
  const tapped = await takeTapped().catch(() => null);
  if (tapped && Date.now() - tapped.at < FRESH_MS && tapped.to !== location.pathname + location.search) go(tapped.to);
}
