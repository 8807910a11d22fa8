/** A device's way to the server: adds the cookie that a browser would, and loses or repeats what it is told to. */

/** "replay": the request before this one arrives once more, after it. */
export type Fault = "none" | "drop-request" | "drop-response" | "duplicate" | "replay" | "cut";

export class Network {
  readonly url: string;
  cookie = "";
  /** happens to the next request only */
  fault: Fault = "none";
  #before: RequestInit | undefined;

  constructor(url: string) {
    this.url = url;
  }

  readonly fetch: typeof fetch = async (address, options) => {
    const fault = this.fault;
    this.fault = "none";
    const request = { ...options, headers: { ...(options?.headers as object), Cookie: this.cookie, Origin: this.url } };
    if (fault === "drop-request") throw new TypeError("the request was lost");
    const before = this.#before;
    this.#before = request;
    let response = await fetch(address, request);
    if (fault === "duplicate") response = await fetch(address, request);
    if (fault === "replay" && before) await (await fetch(address, { ...before, signal: null })).text();
    if (fault === "drop-response") {
      await response.text();
      throw new TypeError("the answer was lost");
    }
    if (fault === "cut") {
      const text = await response.text();
      return new Response(text.slice(0, text.length / 2), { status: response.status });
    }
    return response;
  };

  /** Asks for JSON, without faults; keeps the cookie that the answer sets. Raises when the server says no. */
  async json(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method, ...(body && { body: JSON.stringify(body) }),
      headers: { "Content-Type": "application/json", Cookie: this.cookie, Origin: this.url },
    });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const [set] = response.headers.getSetCookie();
    if (set) this.cookie = set.split(";")[0]!;
    return response.json();
  }
}
