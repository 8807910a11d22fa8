/** A reviewed message as a file on this device, for sending it on by the way that the practice takes. */
import { NoAnswer, Problem } from "../../../shared/api/client.ts";
import { tokenHeader } from "../../../shared/api/token.ts";
import { handOver } from "../progress/hand-over.ts";

export type Form = "pdf" | "fhir";

const TYPES: { [form in Form]: string } = { pdf: "application/pdf", fhir: "application/fhir+json" };
const ENDINGS: { [form in Form]: string } = { pdf: "pdf", fhir: "json" };
/** The first letter in a rare script takes the service some seconds. */
const PATIENCE_MS = 60_000;

/** Fetches the file and hands it over; gives its name. Raises Problem (also for a proof that is wanted) or NoAnswer. */
export async function download(referral: string, message: string, form: Form): Promise<string> {
  const lost = (cause: unknown) => { throw new NoAnswer("no answer from the server", { cause }); };
  const response = await fetch(`/api/referrals/${referral}/closing/${message}/${form}`, {
    cache: "no-store", credentials: "same-origin", headers: tokenHeader(), signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(lost);
  if (!response.ok) throw await problemOf(response);
  const name = `closing-${message}.${ENDINGS[form]}`;
  handOver(name, TYPES[form], await response.arrayBuffer().catch(lost));
  return name;
}

async function problemOf(response: Response): Promise<Problem> {
  const said = await response.json().catch(() => ({})) as { code?: string; message?: string };
  return new Problem(response.status, said.code ?? "unknown", said.message ?? "");
}
