/** The code of an invitation: out of the address at once, and kept with the history entry so that a reload loses nothing. */
import { decoded, go } from "../../router.ts";
import { tidy } from "../join/code.ts";

export function codeHere(): string {
  if (location.hash) rememberHere(tidy(decoded(location.hash) ?? location.hash));
  return (history.state as { code?: string } | null)?.code ?? "";
}

export function rememberHere(code: string): void {
  history.replaceState(code ? { code } : null, "", "/staff");
}

/** From Join: somebody opened an invitation there. */
export function openInvitation(code: string): void {
  go("/staff", { replace: true });
  rememberHere(code);
}
