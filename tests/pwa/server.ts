/** A server in memory that keeps to the sync protocol, with faults on demand. */
import type { NewVersion, Row } from "../../pwa/src/shared/record/wire.ts";
import type { Answer, Request as Up, SubjectDown, SubjectUp } from "../../pwa/src/shared/sync/protocol.ts";

export type Fault = "drop-request" | "drop-response" | "duplicate" | "cut" | Response;

export class FakeServer {
  epoch = "epoch-1";
  grant = 1;
  page = 2_000;
  rows: Row[] = [];
  erased = new Set<string>();
  /** whose sign-in the phone has */
  person = "person-1";
  /** others who opened the diary, and what they are called */
  seen: SubjectDown["seen"] = [];
  names: SubjectDown["names"] = {};
  faults: (Fault | "none")[] = [];
  requests: Up[] = [];
  bytes = 0;
  /** the reason to refuse a version, if any */
  refuse: (version: NewVersion) => string | undefined = () => undefined;
  /** the code of those refusals */
  code = "refused";
  /** runs while a request is under way */
  meanwhile: (() => Promise<unknown>) | undefined;

  /** A `fetch` for one device. */
  for(device: string): typeof fetch {
    return async (_url, options) => {
      const fault = this.faults.shift() ?? "none";
      if (fault === "drop-request") throw new TypeError("fetch failed");
      if (fault instanceof Response) return fault;
      const request = await this.#read(options!);
      const answer = this.#answer(request, device);
      const last = fault === "duplicate" ? this.#answer(request, device) : answer;
      await this.meanwhile?.();
      if (fault === "drop-response") throw new TypeError("fetch failed");
      const text = JSON.stringify(last);
      return new Response(fault === "cut" ? text.slice(0, text.length / 2) : text);
    };
  }

  /** Goes back to what it held at feed number `number`, as a backup would. */
  restore(number: number): void {
    this.rows = this.rows.filter((row) => row.number <= number);
    this.epoch += "'";
  }

  async #read(options: RequestInit): Promise<Up> {
    const body = options.body as ArrayBuffer;
    this.bytes += body.byteLength;
    const stream = new Blob([body]).stream().pipeThrough(new DecompressionStream("gzip"));
    const request = JSON.parse(await new Response(stream).text()) as Up;
    this.requests.push(request);
    return request;
  }

  #answer(request: Up, device: string): Answer {
    const named = request.subjects.map((up) => up.subject);
    const erased = named.filter((subject) => this.erased.has(subject));
    const subjects = request.subjects.filter((up) => !this.erased.has(up.subject));
    return {
      now: new Date().toISOString(), epoch: this.epoch, erased,
      subjects: subjects.map((up) => this.#subject(up, request.epoch, device)),
    };
  }

  #subject(up: SubjectUp, epoch: string | null, device: string): SubjectDown {
    if (up.subject !== this.person) return this.#notYours(up);
    const again = (epoch !== null && epoch !== this.epoch) || (up.grant !== 0 && up.grant !== this.grant) || up.number > this.rows.length;
    const refused: SubjectDown["refused"] = [];
    const numbers: SubjectDown["numbers"] = [];
    up.entries.forEach((entry, index) => {
      const message = this.refuse(entry);
      if (message) return void refused.push({ id: entry.id, code: this.code, message });
      const number = this.#take(entry, device);
      const run = numbers.at(-1);
      if (run && run[0] + run[2] === index && run[1] + run[2] === number) run[2]++;
      else numbers.push([index, number, 1]);
    });
    const pushed = new Set(up.entries.map((entry) => entry.id));
    const news = again ? [] : this.rows.filter((row) => row.number > up.number);
    const page = news.slice(0, this.page);
    return {
      subject: up.subject, grant: this.grant, number: again ? 0 : page.at(-1)?.number ?? up.number, head: this.rows.length,
      more: page.length < news.length, again, received_at: new Date().toISOString(), numbers, refused,
      rows: page.filter((row) => !pushed.has(row.id)), withdrawn: false, seen: this.seen, names: this.names,
    };
  }

  #notYours({ subject, grant, number, entries }: SubjectUp): SubjectDown {
    const refused = entries.map(({ id }) => ({ id, code: "not-yours", message: "m" }));
    const received_at = new Date().toISOString();
    return { subject, grant, number, head: number, more: false, again: false, received_at, numbers: [], refused, rows: [], withdrawn: true, seen: [], names: {} };
  }

  #take(entry: NewVersion, device: string): number {
    const known = this.rows.find((row) => row.id === entry.id);
    if (known) return known.number;
    const number = this.rows.length + 1;
    this.rows.push({ ...entry, number, received_at: new Date().toISOString(), by: "person-1", device });
    return number;
  }
}
