/** Asks the server, with types from its own description (openapi.json). Syncing has its own way: shared/sync. */
import type { Operations } from "./schema.d.ts";
import { renewToken, STALE, tokenHeader } from "./token.ts";

export type Operation = keyof Operations;
export type Body<O extends Operation> = Operations[O]["body"];
export type Answer<O extends Operation> = Operations[O]["answer"];

/** The server said no. `message` is in words a person can read; empty when something on the way said it. */
export class Problem extends Error {
  override name = "Problem";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** No answer came: no signal, or no server. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
}

/** What an address is about: `{person}` in it is replaced, everything else is asked for behind a question mark. */
export type Where = { [name: string]: string | number | null | undefined };

/** `await ask("POST /api/join/look", { code })`. Raises Problem or NoAnswer. */
export function ask<O extends Operation>(
  operation: O, ...[body]: Body<O> extends undefined ? [] : [body: Body<O>]
): Promise<Answer<O>> {
  return send(operation, {}, body) as Promise<Answer<O>>;
}

/** `await askAt("DELETE /api/shares/{id}", { id })`: an operation whose address says which one. Raises like `ask`. */
export function askAt<O extends Operation>(
  operation: O, where: Where, ...[body]: Body<O> extends undefined ? [] : [body: Body<O>]
): Promise<Answer<O>> {
  return send(operation, where, body) as Promise<Answer<O>>;
}

async function send(operation: string, where: Where, body: unknown): Promise<unknown> {
  try {
    return await sendOnce(operation, where, body);
  } catch (error) {
    if (error instanceof Problem && error.code === STALE && (await renewToken())) return sendOnce(operation, where, body);
    throw error;
  }
}

async function sendOnce(operation: string, where: Where, body: unknown): Promise<unknown> {
  const [method, address] = operation.split(" ") as [string, string];
  const response = await fetch(filled(address, where), {
    method, cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(15_000),
    // The server takes nothing but JSON that changes something, with or without a body: a form on another site cannot send that.
    headers: { Accept: "application/json", ...tokenHeader(), ...(method !== "GET" && { "Content-Type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => { throw new NoAnswer("no answer from the server", { cause }); });
  const answer = await response.json().catch(() => null) as unknown;
  if (response.ok) return answer;
  const { code = "unknown", message = "" } = (answer ?? {}) as { code?: string; message?: string };
  throw new Problem(response.status, code, message);
}

function filled(address: string, where: Where): string {
  const more = new URLSearchParams();
  for (const [name, value] of Object.entries(where)) {
    if (address.includes(`{${name}}`)) address = address.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (value !== null && value !== undefined) more.set(name, String(value));
  }
  return more.size ? `${address}?${more}` : address;
}
