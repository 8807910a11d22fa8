/** One request to the server: packed with gzip, with a time limit, and every way it can fail given a name. */
import type { Refusal } from "../record/versions.ts";
import type { Answer, Request } from "./protocol.ts";

/** No answer, or half of one. It is unknown whether the server has what was sent; sending it again is safe. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

/** The server answered that it will not take the request as a whole. */
export class Refused extends Error {
  override name = "Refused";
  readonly status: number;
  readonly refusal: Refusal;
  readonly wait_seconds: number | null;

  constructor(status: number, refusal: Refusal, wait_seconds: number | null) {
    super(refusal.message);
    this.status = status;
    this.refusal = refusal;
    this.wait_seconds = wait_seconds;
  }
}

export interface Network {
  fetch?: typeof fetch | undefined;
  base?: string | undefined;
  timeout_ms?: number | undefined;
}

export async function post(request: Request, network: Network): Promise<Answer> {
  const ask = network.fetch ?? fetch;
  const { body, headers } = await packed(JSON.stringify(request));
  const signal = AbortSignal.timeout(network.timeout_ms ?? 15_000);
  try {
    const response = await ask(`${network.base ?? ""}/api/sync`, {
      method: "POST", body, signal, cache: "no-store", credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json", ...headers },
    });
    if (!response.ok) throw await refusalIn(response);
    const answer = (await response.json()) as Answer;
    if (!Array.isArray(answer.subjects)) throw new Unreachable("not an answer from Jointly");
    return answer;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Unreachable("no answer from the server", { cause: error });
  }
}

async function packed(text: string): Promise<{ body: BodyInit; headers: { [name: string]: string } }> {
  if (typeof CompressionStream === "undefined") return { body: text, headers: {} };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return { body: await new Response(stream).arrayBuffer(), headers: { "Content-Encoding": "gzip" } };
}

async function refusalIn(response: Response): Promise<Refused> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Refusal>;
  const refusal = { code: problem.code ?? "unknown", message: problem.message ?? response.statusText };
  return new Refused(response.status, refusal, waitIn(response.headers.get("Retry-After")));
}

/** Retry-After is a number of seconds or a date. */
function waitIn(header: string | null): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
