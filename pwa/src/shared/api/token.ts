/**
 * The token that goes with everything that is asked: it belongs to the session on this device, and neither another site
 * nor an address that is typed in has it. The server gives it with who is signed in (`Me`).
 */

let token = "";

/** Remembers the token of the session on this device; none when nobody is signed in. */
export function useToken(csrf: string | null | undefined): void {
  token = csrf ?? "";
}

/** What to send beside every request. */
export const tokenHeader = (): { "X-Jointly-CSRF"?: string } => (token ? { "X-Jointly-CSRF": token } : {});

/** The server's word for a token that is not this session's, as after signing in again in another tab. */
export const STALE = "stale-token";

/** Fetches the token of the present session; false when there was no answer, or nobody is signed in. */
export async function renewToken(ask: typeof fetch = fetch, base = ""): Promise<boolean> {
  try {
    const answer = await ask(`${base}/api/me`, { cache: "no-store", credentials: "same-origin", headers: { Accept: "application/json" } });
    if (!answer.ok) return false;
    useToken(((await answer.json()) as { csrf?: string }).csrf);
    return true;
  } catch {
    return false;
  }
}
