/** Everything the service holds of this person, as text for a file. */
import { NoAnswer, Problem } from "../../../shared/api/client.ts";
import { tokenHeader } from "../../../shared/api/token.ts";

export type Ending = "json" | "csv";

const ADDRESS: { [ending in Ending]: string } = { json: "/api/me/export", csv: "/api/me/export.csv" };
/** A whole record on a slow line takes its time. */
const PATIENCE_MS = 120_000;

/** Raises Problem (also for a proof that is wanted) or NoAnswer. */
export async function exported(ending: Ending): Promise<string> {
  const lost = (cause: unknown) => { throw new NoAnswer("no answer from the server", { cause }); };
  const response = await fetch(ADDRESS[ending], {
    cache: "no-store", credentials: "same-origin", headers: tokenHeader(), signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(lost);
  const text = await response.text().catch(lost);
  if (response.ok) return ending === "json" ? JSON.stringify(JSON.parse(text), null, 2) : text;
  throw problemIn(response.status, text);
}

function problemIn(status: number, text: string): Problem {
  try {
    const { code = "unknown", message = "" } = JSON.parse(text) as { code?: string; message?: string };
    return new Problem(status, code, message);
  } catch {
    return new Problem(status, "unknown", "");
  }
}
