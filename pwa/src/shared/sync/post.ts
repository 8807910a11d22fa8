/** One request to the server: packed with gzip, with a time limit, and every way it can fail given a name. */
import { renewToken, STALE, tokenHeader } from "../api/token.ts";
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
  /** how long to wait for the next piece of an answer */
  patience_ms?: number | undefined;
}

/** Slower uploads than this are given up. */
const BYTES_A_SECOND = 500;

export async function post(request: Request, network: Network): Promise<Answer> {
  try {
    return await postOnce(request, network);
  } catch (error) {
    const stale = error instanceof Refused && error.refusal.code === STALE;
    if (stale && (await renewToken(network.fetch, network.base))) return postOnce(request, network);
    throw error;
  }
}

async function postOnce(request: Request, network: Network): Promise<Answer> {
  const ask = network.fetch ?? fetch;
  const { body, bytes, headers } = await packed(JSON.stringify(request));
  const patience = patienceOf(network.patience_ms ?? 15_000);
  patience.restart((bytes / BYTES_A_SECOND) * 1_000);
  try {
    const response = await ask(`${network.base ?? ""}/api/sync`, {
      method: "POST", body, signal: patience.signal, cache: "no-store", credentials: "same-origin",
      headers: { "Content-Type": "application/json", Accept: "application/json", ...tokenHeader(), ...headers },
    });
    const text = await textOf(response, patience);
    if (!response.ok) throw refusalIn(response, text);
    const answer = JSON.parse(text) as Answer;
    if (!Array.isArray(answer.subjects)) throw new TypeError("not an answer from Jointly");
    return answer;
  } catch (error) {
    throw error instanceof Refused ? error : new Unreachable("no answer from the server", { cause: error });
  } finally {
    patience.end();
  }
}

/** Gives up when nothing has arrived for a while; a slow answer that keeps coming is let come. */
function patienceOf(ms: number) {
  const control = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => clearTimeout(timer);
  const restart = (extra_ms = 0) => {
    end();
    timer = setTimeout(() => control.abort(), ms + extra_ms);
  };
  return { signal: control.signal, restart, end };
}

async function textOf(response: Response, patience: ReturnType<typeof patienceOf>): Promise<string> {
  const reader = response.body?.getReader();
  patience.signal.addEventListener("abort", () => void reader?.cancel().catch(() => undefined));
  const decoder = new TextDecoder();
  let text = "";
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    patience.restart();
    text += decoder.decode(piece.value, { stream: true });
  }
  return text + decoder.decode();
}

async function packed(text: string): Promise<{ body: BodyInit; bytes: number; headers: { [name: string]: string } }> {
  if (typeof CompressionStream === "undefined") return { body: text, bytes: text.length, headers: {} };
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const body = await new Response(stream).arrayBuffer();
  return { body, bytes: body.byteLength, headers: { "Content-Encoding": "gzip" } };
}

function refusalIn(response: Response, text: string): Refused {
  const refusal = { code: response.status === 413 ? "too-big" : "unknown", message: "", ...problemIn(text) };
  return new Refused(response.status, refusal, waitIn(response.headers.get("Retry-After")));
}

function problemIn(text: string): Partial<Refusal> {
  try {
    const { code, message } = JSON.parse(text) as Partial<Refusal>;
    return { ...(code && { code }), ...(message && { message }) };
  } catch {
    return {};
  }
}

/** Retry-After is a number of seconds or a date. */
function waitIn(header: string | null): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}
