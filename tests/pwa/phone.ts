/** A phone for tests: a database of its own, a record, and a way to sync. */
import "../node/indexeddb.ts";
import type { Clock } from "../../pwa/src/shared/dates.ts";
import type { Pain } from "../../pwa/src/shared/record/kinds.ts";
import { Record } from "../../pwa/src/shared/record/record.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";
import { writeMe } from "../../pwa/src/shared/store/meta.ts";
import type { Synced, SyncOptions } from "../../pwa/src/shared/sync/sync.ts";
import { syncOnce } from "../../pwa/src/shared/sync/sync.ts";
import type { FakeServer } from "./server.ts";

export const PERSON = "person-1";
export const CLOCK: Clock = { now: () => new Date("2026-11-21T08:00:00Z"), zone: () => "Europe/London" };
let phones = 0;

export const pain = (score: number): Pain => ({ score, regions: ["knee-left"] });

export class Phone {
  name: string;
  store: Store;
  record: Record;
  server: FakeServer;

  private constructor(name: string, store: Store, record: Record, server: FakeServer) {
    this.name = name;
    this.store = store;
    this.record = record;
    this.server = server;
  }

  static async joined(server: FakeServer): Promise<Phone> {
    const name = `phone-${++phones}`;
    const store = await Store.open(name);
    await writeMe(store, { person: PERSON, role: "patient", called: "Sam", device: name, service: "s" });
    return new Phone(name, store, await Record.open(store, PERSON, CLOCK), server);
  }

  async sync(options: Partial<SyncOptions> = {}): Promise<Synced> {
    const synced = await syncOnce({ store: this.store, fetch: this.server.for(this.name), patience_ms: 500, ...options });
    await this.record.settled();
    return synced;
  }

  /** As after a reload: nothing in memory, the same database. */
  async restart(): Promise<void> {
    this.record.close();
    this.store.close();
    this.store = await Store.open(this.name);
    this.record = await Record.open(this.store, PERSON, CLOCK);
  }

  scores(): number[] {
    return this.record.entries("pain").map((entry) => entry.body.score);
  }
}
