/** Why something was refused or not done, in words: the server's own, or the app's where the server said none. */
import { NoAnswer, Problem } from "../shared/api/client.ts";
import type { Refusal } from "../shared/record/versions.ts";
import { t } from "./messages.ts";

/** What this phone refuses by itself. */
const OWN = new Set(["unreadable", "too-big"]);

export function refusalWords({ code, message }: Refusal): string {
  return message || t(OWN.has(code) ? `reason-entry-${code}` : "reason-entry-unknown");
}

export function reasonOf(error: unknown): string {
  if (error instanceof NoAnswer) return t("reason-offline");
  return (error instanceof Problem && error.message) || t("reason-unknown");
}
