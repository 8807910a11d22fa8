/** One synchronisation: everything unsent goes up, everything new comes down, in as few requests as it takes. */
import type { Store } from "../store/db.ts";
import { readMe } from "../store/meta.ts";
import { answersAnother, apply } from "./apply.ts";
import { nextBatch, refuseHere } from "./batch.ts";
import { MOST_ENTRIES } from "./protocol.ts";
import { post, Refused, Unreachable } from "./post.ts";
import { sendRefusedAgain } from "./requeue.ts";

/**
 * "done": both sides hold the same. "offline": no answer. "later": the server asked to wait. "signed-out": join again,
 * because the server knows this phone as nobody or as somebody else; unsent entries stay. "erased": the record is gone and so is this phone's copy.
 * "revoked": the person signed this phone out from another one, so its copy is gone. "nobody": no one has joined here.
 */
export type Outcome = "done" | "offline" | "later" | "signed-out" | "erased" | "revoked" | "nobody";

export interface Synced {
  sent: number;
  received: number;
  refused: number;
  outcome: Outcome;
  /** how long the server asked us to wait */
  wait_seconds: number | null;
}

export interface SyncOptions {
  store: Store;
  fetch?: typeof fetch;
  now?: () => Date;
  /** where the server is; empty in a page */
  base?: string;
  /** how long to wait for the next piece of an answer */
  patience_ms?: number;
  /** which build of the app this is: another one may get entries received that the one before could not */
  build?: string;
  /** called before each request, so that a lease can be kept */
  beforeRequest?: () => Promise<void>;
}

export async function syncOnce({ store, now = () => new Date(), build = "", beforeRequest, ...network }: SyncOptions): Promise<Synced> {
  const total: Synced = { sent: 0, received: 0, refused: 0, outcome: "done", wait_seconds: null };
  let limit = MOST_ENTRIES;
  let asked = "";
  try {
    for (let idle = 0, again = 0; idle < 3 && again < 3;) {
      const me = await readMe(store);
      if (!me) return { ...total, outcome: "nobody" };
      if (me.person !== asked) await sendRefusedAgain(store, (asked = me.person), build, now());
      await beforeRequest?.();
      const batch = await nextBatch(store, me.person, limit, now());
      try {
        const answer = await post(batch.request, network);
        if (answersAnother(batch, answer)) return { ...total, outcome: "signed-out" };
        const round = await apply(store, batch, answer);
        total.sent += round.sent;
        total.received += round.received;
        total.refused += round.refused;
        if (round.erased) return { ...total, outcome: "erased" };
        if (round.complete && !batch.full) return total;
        idle = round.progress ? 0 : idle + 1;
        again += round.again ? 1 : 0;
      } catch (error) {
        if (!(error instanceof Refused && error.status === 413 && batch.size > 0)) throw error;
        if (batch.size === 1) await refuseHere(store, batch, error.refusal);
        limit = Math.max(1, Math.floor(batch.size / 2));
      }
    }
    return { ...total, outcome: "later" };
  } catch (error) {
    return { ...total, ...(await failure(store, asked, error)) };
  }
}

/**
 * What an error means for the phone of the person `asked` for. Storage trouble is the caller's to tell, so it is raised
 * again. Only the server's own word that the record was erased, or that this sign-in was ended from another phone,
 * clears the phone, and only while it is still theirs.
 */
async function failure(store: Store, asked: string, error: unknown): Promise<Pick<Synced, "outcome" | "wait_seconds">> {
  if (error instanceof Unreachable) return { outcome: "offline", wait_seconds: null };
  if (!(error instanceof Refused)) throw error;
  if (error.status === 401) return { outcome: "signed-out", wait_seconds: null };
  const { code } = error.refusal;
  if (error.status === 410 && (code === "erased" || code === "revoked") && (await store.wipeOf(asked))) {
    return { outcome: code, wait_seconds: null };
  }
  return { outcome: "later", wait_seconds: error.wait_seconds };
}
