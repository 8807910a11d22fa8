/** Asks the server for a file of words, such as a spreadsheet. */
import { NoAnswer, Problem } from "./client.ts";
import { tokenHeader } from "./token.ts";

/** A whole record on a slow line takes its time. */
const PATIENCE_MS = 120_000;

/** What the address gives, as text. Raises Problem (also for a proof that is wanted) or NoAnswer. */
export async function textAt(address: string): Promise<string> {
  const lost = (cause: unknown) => { throw new NoAnswer("no answer from the server", { cause }); };
  const response = await fetch(address, {
    cache: "no-store", credentials: "same-origin", headers: tokenHeader(), signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(lost);
  const text = await response.text().catch(lost);
  if (response.ok) return text;
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
