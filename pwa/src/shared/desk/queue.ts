/**
 * What a worker wrote where there was no signal: it waits here, sealed, in the order in which it was written. Each has its
 * id in its address, so that sending it again changes nothing.
 */
import { NoAnswer, Problem } from "../api/client.ts";
import type { Store } from "../store/db.ts";
import { readSealed, sealed } from "../store/meta.ts";

export const QUEUE = "desk-queue";
/** More than a day's work; then it says so instead of losing something. */
export const MOST_WAITING = 500;

export interface Waiting {
  path: string;
  body: object;
  written_at: string;
  /** why the service will not take it, in words for a person; it stays until somebody has read that */
  refused?: string;
}

/** The queue is full: nothing was kept. */
export class QueueFull extends Error {
  override name = "QueueFull";
}

export const readQueue = async (store: Store): Promise<Waiting[]> => (await readSealed<Waiting[]>(store, QUEUE)) ?? [];

/** Adds one to an earlier one at the same address, whose fields stay where nothing is said of them anew. Raises QueueFull, Locked and StorageFull. */
export const enqueue = (store: Store, path: string, body: object, now = new Date()): Promise<void> =>
  change(store, (all) => {
    const others = all.filter((each) => each.path !== path);
    if (others.length >= MOST_WAITING) throw new QueueFull("too much waits to be sent");
    const before = all.find((each) => each.path === path);
    return [...others, { path, body: { ...before?.body, ...body }, written_at: later(before?.written_at, now) }];
  });

/** The time of what is written in the place of an earlier one: never the same, or what was sent could not be told from what was not. */
const later = (than: string | undefined, now: Date): string =>
  than && than >= now.toISOString() ? new Date(Date.parse(than) + 1).toISOString() : now.toISOString();

/** What was refused is sent again, after what waits already: what was in its way may have been put right. */
export const sendAgain = (store: Store, path: string): Promise<void> =>
  change(store, (all) => {
    const one = all.find((each) => each.path === path && each.refused);
    if (!one) return all;
    const { refused: _, ...waiting } = one;
    return [...all.filter((each) => each !== one), waiting];
  });

/** Somebody has read why it was refused. */
export const dismiss = (store: Store, path: string): Promise<void> =>
  change(store, (all) => all.filter((each) => each.path !== path || !each.refused));

/**
 * Sends what waits, the oldest first, until there is no answer. What the service refuses stays with the reason; a sign-in
 * that has run out, a busy service and anything else that may pass leave it as it is. What was written anew at the same
 * address meanwhile is another thing: it stays, to be sent the next time.
 */
export async function sendQueue(store: Store, send: (path: string, body: object) => Promise<unknown>): Promise<void> {
  for (const { path, body, written_at, refused } of await readQueue(store)) {
    if (refused) continue;
    const isIt = (each: Waiting) => each.path === path && each.written_at === written_at;
    try {
      await send(path, body);
      await change(store, (all) => all.filter((each) => !isIt(each)));
    } catch (error) {
      if (!(error instanceof Problem) || !REFUSALS.includes(error.status)) {
        if (error instanceof NoAnswer || error instanceof Problem) return;
        throw error;
      }
      const why = error.message || error.code;
      await change(store, (all) => all.map((each) => (isIt(each) ? { ...each, refused: why } : each)));
    }
  }
}

const REFUSALS = [400, 404, 409, 410, 413];

let last: Promise<unknown> = Promise.resolve();

function change(store: Store, to: (all: Waiting[]) => Waiting[]): Promise<void> {
  const work = last.then(async () => {
    const all = to(await readQueue(store));
    if (all.length) await store.write(QUEUE, await sealed(store, QUEUE, all));
    else await store.forget(QUEUE);
    store.changes.tell({ what: "meta", key: QUEUE });
  });
  last = work.catch(() => undefined);
  return work;
}
