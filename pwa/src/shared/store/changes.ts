/** Tells everyone who shows a record (this page, other tabs, the worker) that something in the store changed. */

export type Change =
  /** `written`: they were just written by a page, which knows them; whoever else tells of them has news of them */
  | { what: "rows"; subject: string; ids: string[]; written?: boolean }
  | { what: "dropped"; subject: string }
  | { what: "wiped" }
  /** another lock guards the phone, or none: what was read stays true, the key does not */
  | { what: "lock" }
  /** the phone is to be locked, in every tab */
  | { what: "lock-now" }
  | { what: "content" }
  | { what: "meta"; key: string };

export class Changes {
  #listeners = new Set<(change: Change) => void>();
  #channel: BroadcastChannel | undefined;

  constructor(name: string) {
    if (typeof BroadcastChannel === "undefined") return;
    this.#channel = new BroadcastChannel(name);
    (this.#channel as { unref?: () => void }).unref?.(); // under Node an open channel would keep the process alive
    this.#channel.onmessage = ({ data }: MessageEvent<Change>) => this.#deliver(data);
  }

  /** Calls `listener` for changes made here and in other tabs, until the returned function is called. */
  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(change: Change): void {
    this.#channel?.postMessage(change);
    this.#deliver(change);
  }

  close(): void {
    this.#channel?.close();
    this.#channel = undefined;
    this.#listeners.clear();
  }

  #deliver(change: Change): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}
