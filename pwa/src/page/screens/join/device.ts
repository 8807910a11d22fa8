/** What kind of device this is, as far as Join needs to know. */

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
