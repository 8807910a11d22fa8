/** One person's record as this phone holds it: read from memory, written to the store at once, sent when it can be. */
import { breathe } from "../breathe.ts";
import type { Clock } from "../dates.ts";
import { localTime, phoneClock } from "../dates.ts";
import { uuid7 } from "../ids.ts";
import { decode, encode } from "../store/codec.ts";
import type { Store } from "../store/db.ts";
import type { DataKey } from "../store/keys.ts";
import type { Change } from "../store/changes.ts";
import type { StoredRow } from "../store/rows.ts";
import { dropRows, pullAgain, rowsOf, someRows, tryAgain, writeHere } from "../store/rows.ts";
import type { Bodies, Kind } from "./kinds.ts";
import type { Entry, How, Version } from "./versions.ts";
import { entryOf } from "./versions.ts";
import { keptOf, versionOf } from "./wire.ts";

export interface SaveOptions {
  /** when it happened (`localTime`, `localTimeOn`); now when left out */
  at?: string;
  /** the person chose the date by hand */
  picked?: boolean;
  /** the entry that this corrects; its `at` is kept unless given */
  entry?: string;
  how?: How;
}

export class Record {
  /** ids of rows whose bytes cannot be read; the next sync brings back those that the server holds */
  readonly damaged = new Set<string>();
  /** those among them that the server never had: nobody can bring them back, so the person has to be told */
  readonly unreadable = new Set<string>();
  readonly store: Store;
  readonly subject: string;
  readonly clock: Clock;
  /** how whatever is written here came to be, unless it is said otherwise */
  readonly how: How;
  #versions = new Map<string, Map<string, Version>>();
  #entries = new Map<string, Entry>();
  /** versions being saved: known here, so not read back */
  #writing = new Set<string>();
  #listeners = new Set<() => void>();
  #stop: () => void;
  /** ids of rows that changed and are still to be read; null when nothing happened since the listeners were called */
  #heard: Set<string> | null = null;
  /** rows went away, so that all of them have to be read */
  #dropped = false;
  #reading: Promise<void> = Promise.resolve();

  private constructor(store: Store, subject: string, clock: Clock, how: How) {
    this.how = how;
    this.store = store;
    this.subject = subject;
    this.clock = clock;
    this.#stop = store.changes.listen((change) => this.#hear(change));
  }

  /** Raises Locked. */
  static async open(store: Store, subject: string, clock: Clock = phoneClock, how: How = "self"): Promise<Record> {
    await store.keys.get(); // before anything is read: the first key seals what lay open
    const record = new Record(store, subject, clock, how);
    await record.#take(await rowsOf(store, subject));
    return record;
  }

  /** Entries that are not gone, newest first. */
  entries(): Entry[];
  entries<K extends Kind>(kind: K): Entry<K>[];
  entries(kind?: Kind): Entry[] {
    return [...this.#entries.values()]
      .filter((entry) => !entry.gone && (!kind || entry.kind === kind))
      .sort((a, b) => b.instant - a.instant || (a.id < b.id ? 1 : -1));
  }

  /** One entry, gone or not. */
  entry(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** Every entry, gone ones too, in no order. */
  all(): Entry[] {
    return [...this.#entries.values()];
  }

  /**
   * Writes an entry, or with `entry` a correction of one. Done when it is on the phone's disk and in the outbox.
   * Raises StorageFull or Locked with nothing saved.
   */
  async save<K extends Kind>(kind: K, body: Bodies[K], options: SaveOptions = {}): Promise<Entry<K>> {
    const before = options.entry === undefined ? undefined : this.#existing(options.entry);
    return (await this.#write(kind, body, before, options)) as unknown as Entry<K>;
  }

  /** Deletes an entry; its history stays and `restore` undoes it. */
  async remove(id: string): Promise<Entry> {
    const before = this.#existing(id);
    return this.#write(before.kind, null, before, {});
  }

  /** Undoes a delete. */
  async restore(id: string): Promise<Entry> {
    const before = this.#existing(id);
    return this.#write(before.kind, before.body, before, {});
  }

  /** Tries a refused version once more. */
  tryAgain(id: string): Promise<void> {
    return tryAgain(this.store, this.subject, id);
  }

  /** Drops the entries that nobody can read any more: call it when the person knows of them. */
  async forgetUnreadable(): Promise<void> {
    const ids = [...this.unreadable];
    await dropRows(this.store, this.subject, ids);
    for (const id of ids) {
      this.unreadable.delete(id);
      this.damaged.delete(id);
    }
    this.store.changes.tell({ what: "rows", subject: this.subject, ids });
  }

  /** What was written here and the server does not hold: versions still to send, and entries it refused that are not deleted. */
  unsent(): { waiting: number; refused: number } {
    const count = { waiting: 0, refused: 0 };
    for (const [entry, versions] of this.#versions) {
      let refused = false;
      for (const version of versions.values()) {
        if (version.refused) refused = true;
        else if (version.number === null) count.waiting++;
      }
      if (refused && !this.#entries.get(entry)?.gone) count.refused++;
    }
    return count;
  }

  /** Calls `listener` after each change, made here, by sync or in another tab, until the returned function is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Waits until every change heard of so far has been read. */
  settled(): Promise<void> {
    return this.#reading;
  }

  close(): void {
    this.#stop();
    this.#listeners.clear();
  }

  /** One version; or, where several leaves say the same, one that corrects each of them. */
  async #write(kind: Kind, body: Bodies[Kind] | null, before: Entry | undefined, options: SaveOptions): Promise<Entry> {
    const written = (before?.heads ?? [null]).map((head) => this.#version(kind, body, before, head, options));
    const entry = written[0]!.entry;
    const key = await this.store.keys.get();
    const rows = await Promise.all(written.map((version) => this.#row(key, version)));
    for (const version of written) {
      this.#writing.add(version.id);
      this.#versionsOf(entry).set(version.id, version);
    }
    this.#merge(entry);
    try {
      await writeHere(this.store, key, rows);
    } catch (error) {
      for (const version of written) this.#versionsOf(entry).delete(version.id);
      this.#merge(entry);
      throw error;
    } finally {
      for (const version of written) this.#writing.delete(version.id);
    }
    return this.#entries.get(entry)!;
  }

  #version(kind: Kind, body: Bodies[Kind] | null, before: Entry | undefined, head: Version | null, options: SaveOptions): Version {
    const now = this.clock.now();
    const id = uuid7(now);
    const zone = options.at || !before ? this.clock.zone() : before.zone; // asked once: it takes a slow phone a millisecond
    return {
      id, entry: before?.id ?? id, previous: head?.id ?? null, kind,
      at: options.at ?? before?.at ?? localTime(now, zone),
      zone,
      picked: options.picked ?? before?.head.picked ?? false, how: options.how ?? this.how,
      gone: body === null, body, number: null, received_at: null, by: null, device: null, skew_seconds: 0, refused: null,
    };
  }

  async #row({ key }: DataKey, version: Version): Promise<StoredRow> {
    const blob = await encode(key, this.subject, keptOf(version));
    return { subject: this.subject, id: version.id, number: null, received_at: null, refused: null, blob };
  }

  #existing(id: string): Entry {
    const entry = this.#entries.get(id);
    if (!entry) throw new RangeError(`no entry ${id}`);
    return entry;
  }

  #hear(change: Change): void {
    if (change.what === "wiped") this.#clear();
    else if ((change.what !== "rows" && change.what !== "dropped") || change.subject !== this.subject) return;
    if (change.what === "dropped") this.#dropped = true;
    this.#heard ??= new Set();
    // Another tab may have sent what is still being written here, and its receipt is news.
    if (change.what === "rows") for (const id of change.ids) if (!(change.written && this.#writing.has(id))) this.#heard.add(id);
    this.#reading = this.#reading.then(() => this.#catchUp());
  }

  /** All that was heard of since the last time, in one go: another tab may tell of changes faster than they are drawn. */
  async #catchUp(): Promise<void> {
    if (!this.#heard) return;
    const ids = [...this.#heard];
    this.#heard = null;
    try {
      if (this.#dropped) await this.#takeWhole();
      else if (ids.length) await this.#take(await someRows(this.store, this.subject, ids));
    } catch {
      for (const id of ids) (this.#heard ??= new Set<string>()).add(id); // the next change, or opening again, reads it
    }
    await breathe(); // what the listeners draw is work of its own: whoever waits for a save goes on first
    this.#listeners.forEach((listener) => listener());
  }

  async #takeWhole(): Promise<void> {
    const rows = await rowsOf(this.store, this.subject);
    this.#dropped = false;
    this.#clear();
    await this.#take(rows);
  }

  async #take(rows: StoredRow[]): Promise<void> {
    const { key } = await this.store.keys.get();
    const kept = await Promise.allSettled(rows.map((row) => decode(key, row)));
    const touched = new Set<string>();
    kept.forEach((result, index) => {
      const row = rows[index]!;
      if (result.status === "rejected") return this.#mark(row);
      this.damaged.delete(row.id);
      this.unreadable.delete(row.id);
      const version = versionOf(result.value, row);
      this.#versionsOf(version.entry).set(version.id, version);
      touched.add(version.entry);
    });
    for (const id of touched) this.#merge(id);
    if (rows.some((row) => row.number !== null && this.damaged.has(row.id))) await pullAgain(this.store, this.subject);
  }

  #mark(row: StoredRow): void {
    this.damaged.add(row.id);
    if (row.number === null) this.unreadable.add(row.id);
  }

  #versionsOf(entry: string): Map<string, Version> {
    let versions = this.#versions.get(entry);
    if (!versions) this.#versions.set(entry, (versions = new Map()));
    return versions;
  }

  #merge(entry: string): void {
    const versions = [...(this.#versions.get(entry)?.values() ?? [])];
    if (versions.length) this.#entries.set(entry, entryOf(versions));
    else this.#entries.delete(entry);
  }

  #clear(): void {
    this.#versions.clear();
    this.#entries.clear();
    this.damaged.clear();
    this.unreadable.clear();
  }
}
