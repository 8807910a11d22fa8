/** Asks the server, with types from its own description (openapi.json). Syncing has its own way: shared/sync. */
import type { Operations } from "./schema.d.ts";

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

/** `await ask("POST /api/join/look", { code })`. Raises Problem or NoAnswer. */
export async function ask<O extends Operation>(
  operation: O, ...[body]: Body<O> extends undefined ? [] : [body: Body<O>]
): Promise<Answer<O>> {
  const [method, path] = operation.split(" ") as [string, string];
  const response = await fetch(path, {
    method, cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(15_000),
    // The server takes nothing but JSON that changes something, with or without a body: a form on another site cannot send that.
    headers: { Accept: "application/json", ...(method !== "GET" && { "Content-Type": "application/json" }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => { throw new NoAnswer("no answer from the server", { cause }); });
  const answer = await response.json().catch(() => null) as unknown;
  if (response.ok) return answer as Answer<O>;
  const { code = "unknown", message = "" } = (answer ?? {}) as { code?: string; message?: string };
  throw new Problem(response.status, code, message);
}
