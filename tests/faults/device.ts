/**
 * A phone without a screen, for fault tests: the PWA's own src/shared over an IndexedDB in memory, driven over a pipe.
 * One JSON command a line comes in on stdin, one JSON answer a line goes out on stdout: {"ok": …} or
 * {"error": {"name", "message"}}. Start it with `node tests/faults/device.ts`.
 *
 *   {"do": "open", "url", "name"?}: an empty phone for each name          {"do": "join", "code", "called"?}  or  {"do": "cookie", "cookie"}
 *   {"do": "save", "kind", "body", "at"?, "picked"?}   {"do": "correct", "entry", "body", "at"?}
 *   {"do": "remove", "entry"}                      {"do": "undo", "entry"}
 *   {"do": "sync", "fault"?}                       {"do": "clock", "offset_seconds"}
 *   {"do": "list"}   {"do": "unsent"}   {"do": "me"}   {"do": "restart"}   {"do": "try-again", "version"}
 *   {"do": "keep-syncing"}: by the app's own schedule, as an open page does      {"do": "stop-syncing"}
 */
import { createInterface } from "node:readline";
import "../node/indexeddb.ts";
import { useToken } from "../../pwa/src/shared/api/token.ts";
import type { Clock } from "../../pwa/src/shared/dates.ts";
import type { Bodies, Kind } from "../../pwa/src/shared/record/kinds.ts";
import { Record } from "../../pwa/src/shared/record/record.ts";
import type { Entry } from "../../pwa/src/shared/record/versions.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";
import type { Me } from "../../pwa/src/shared/store/meta.ts";
import { readMe, writeMe } from "../../pwa/src/shared/store/meta.ts";
import { countUnsent } from "../pwa/outbox.ts";
import type { Schedule } from "../../pwa/src/shared/sync/schedule.ts";
import { startSync } from "../../pwa/src/shared/sync/schedule.ts";
import { syncOnce } from "../../pwa/src/shared/sync/sync.ts";
import type { Fault } from "./network.ts";
import { Network } from "./network.ts";

interface Command {
  do: string; url: string; name?: string; code: string; called?: string; cookie: string; kind: Kind; body: Bodies[Kind];
  at?: string; picked?: boolean; entry: string; version: string; fault?: Fault; offset_seconds: number;
}

let network: Network;
let store: Store;
let record: Record;
let schedule: Schedule | undefined;
let offset_ms = 0;
let opened = "device";

const clock: Clock = { now: () => new Date(Date.now() + offset_ms), zone: () => "Europe/London" };

const commands: { [name: string]: (command: Command) => Promise<unknown> } = {
  async open({ url, name = "device" }) {
    record?.close();
    store?.close();
    network = new Network(url);
    offset_ms = 0;
    store = await Store.open((opened = name));
  },
  async join({ code, called = "Ann" }) {
    const device = crypto.randomUUID();
    return signIn((await network.json("POST", "/api/join", { code, called, device })) as Me);
  },
  async cookie({ cookie }) {
    network.cookie = cookie;
    return signIn((await network.json("GET", "/api/me")) as Me);
  },
  async save({ kind, body, at, picked }) {
    return shown(await record.save(kind, body, { ...(at && { at }), ...(picked && { picked }) }));
  },
  async correct({ entry, body, at }) {
    return shown(await record.save(record.entry(entry)!.kind, body, { entry, ...(at && { at }) }));
  },
  remove: async ({ entry }) => shown(await record.remove(entry)),
  undo: async ({ entry }) => shown(await record.restore(entry)),
  async sync({ fault = "none" }) {
    network.fault = fault;
    const synced = await syncOnce({ store, fetch: network.fetch, now: clock.now, base: network.url, patience_ms: 5_000 });
    await record.settled();
    return synced;
  },
  "keep-syncing": async () => void (schedule = startSync({ store, fetch: network.fetch, now: clock.now, base: network.url })),
  "stop-syncing": async () => schedule?.stop(),
  clock: async ({ offset_seconds }) => void (offset_ms = offset_seconds * 1_000),
  list: async () => record.all().map(shown).sort((a, b) => (a.id < b.id ? -1 : 1)),
  unsent: async () => ({ ...record.unsent(), outbox: await countUnsent(store) }),
  me: async () => (await readMe(store)) ?? null,
  "try-again": ({ version }) => record.tryAgain(version),
  async restart() {
    record.close();
    store.close();
    store = await Store.open(opened);
    const me = await readMe(store);
    record = await Record.open(store, me?.person ?? "", clock);
  },
};

async function signIn(me: Me) {
  await writeMe(store, me);
  useToken(me.csrf);
  record?.close();
  record = await Record.open(store, me.person, clock);
  return { me, cookie: network.cookie };
}

function shown(entry: Entry) {
  const { id, kind, at, gone, body, head, also, versions, state, received_at, refused } = entry;
  return { id, kind, at, gone, body, state, received_at, refused, head: head.id, also: also.map((version) => version.id), versions };
}

async function answerTo(line: string): Promise<object> {
  try {
    const command = JSON.parse(line) as Command;
    const work = commands[command.do];
    if (!work) throw new RangeError(`no command ${command.do}`);
    return { ok: (await work(command)) ?? null };
  } catch (error) {
    const { name, message } = error as Error;
    return { error: { name, message } };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answerTo(line))}\n`);
}
