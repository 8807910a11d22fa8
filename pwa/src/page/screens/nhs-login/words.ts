import words_ from "content/messages/en/nhs-login.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(words_);

/** What may be in the address after coming back; anything else is nobody's business. */
const PROBLEMS = new Set([
  "again", "another", "busy", "cancelled", "ended", "not-proven", "not-trusted", "staff", "taken", "unlinked", "unreachable",
]);

/** What the server put into the address for the app when it sent the browser back: a problem, "linked" or "signed-in". */
export function cameBack(): string {
  return new URLSearchParams(location.search).get("nhs-login") ?? "";
}

/** Why it did not work, in words; empty when it did. */
export function problemIn(came: string): string {
  return PROBLEMS.has(came) ? t(`nhs-login-problem-${came}`) : "";
}

/** The address is not to say it again after a reload, nor stay in the history. */
export function forgetCameBack(): void {
  if (cameBack()) history.replaceState(history.state, "", location.pathname);
}
