/** Asks the server who is signed in with this browser's cookie. */
import type { Me } from "../shared/store/meta.ts";

/** null when nobody is, or when the server cannot be reached. */
export async function askWhoIsSignedIn(): Promise<Me | null> {
  try {
    const response = await fetch("/api/me", { signal: AbortSignal.timeout(5_000) });
    return response.ok ? ((await response.json()) as Me) : null;
  } catch {
    return null;
  }
}
