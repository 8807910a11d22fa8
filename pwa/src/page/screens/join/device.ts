/** This device, as far as Join needs to know it. */
import { store } from "../../state.ts";
import { JOINING } from "../../who.ts";

const agent = navigator.userAgent;
const apple = /iPhone|iPad|iPod/.test(agent) || (agent.includes("Macintosh") && navigator.maxTouchPoints > 1);

/** A tab on an iPhone or iPad keeps its data apart from the Home Screen app, and may clear it after 7 days without use. */
export function isAppleTab(): boolean {
  const installed = matchMedia("(display-mode: standalone)").matches || (navigator as { standalone?: boolean }).standalone;
  return apple && !installed;
}

/** A name by which a person knows one device from another. */
export function deviceName(): string {
  if (/iPad/.test(agent) || (apple && !/iPhone|iPod/.test(agent))) return "iPad";
  if (apple) return "iPhone";
  if (/Android/.test(agent)) return /Mobile/.test(agent) ? "Android phone" : "Android tablet";
  return "Computer";
}

/**
 * The secret of this joining. Asking again with the same code and secret is harmless, so an answer that was lost on
 * the way, or a reload, locks nobody out.
 */
export async function deviceFor(code: string): Promise<string> {
  const before = await store.value!.read<{ code: string; device: string }>(JOINING);
  if (before?.code === code) return before.device;
  const device = crypto.randomUUID();
  await store.value!.write(JOINING, { code, device });
  return device;
}
