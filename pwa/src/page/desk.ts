/**
 * The door between a worker's screens and the service. With a signal it asks and keeps a copy; without one it gives the copy
 * and says how old it is, and keeps what is written until it can be sent.
 */
import { signal } from "@preact/signals";
import { askAt, NoAnswer, type Operation, Problem } from "../shared/api/client.ts";
import { dropCopy, dropOld, keepCopy, readCopy } from "../shared/desk/copies.ts";
import { enqueue, readQueue, sendQueue } from "../shared/desk/queue.ts";
import type { Store } from "../shared/store/db.ts";
import { withProof } from "./components/Proof.tsx";
import { whenOnline } from "./online.ts";
import { store } from "./state.ts";
import { deskWaiting } from "./told.ts";
import { another } from "./who.ts";

/** When the oldest thing on the screen was fetched, while it is a copy; null with a signal. */
export const copiedAt = signal<string | null>(null);

/** What is at an address of the service, such as "/api/caseload"; a copy without a signal. Raises Problem, NoAnswer, NotProved. */
export async function read<T>(path: string): Promise<T> {
  const held = store.value!;
  try {
    await sendWaiting(held);
    const answer = await withProof(() => asked<T>(`GET ${path}`));
    copiedAt.value = null;
    keepCopy(held, path, answer).catch(() => undefined); // a full device still shows it, and nobody waits for it
    return answer;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) await dropCopy(held, path);
    const copy = error instanceof NoAnswer ? await readCopy<T>(held, path).catch(() => null) : null;
    if (!copy) throw error;
    copiedAt.value = copy.at;
    return copy.answer;
  }
}

/** Sends `body` to an address and gives the answer; null when it is kept on this device, to be sent later. Raises the same. */
export async function put<T>(path: string, body: object): Promise<T | null> {
  const held = store.value!;
  try {
    await sendWaiting(held);
    if ((await readQueue(held)).some(({ refused }) => !refused)) throw new NoAnswer("others wait before it");
    return await withProof(() => asked<T>(`PUT ${path}`, body));
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    await enqueue(held, path, body);
    return null;
  }
}

/** Sends what waits on this device, in the order in which it was written, and drops copies of the day before. */
export async function sendWaiting(held: Store): Promise<void> {
  await sendQueue(held, (path, body) => asked(`PUT ${path}`, body));
}

/** At the start of a worker's page. */
export async function openDesk(held: Store): Promise<void> {
  const send = () => sendWaiting(held).catch(() => undefined);
  endHearing();
  endHearing = whenOnline(send, () => deskWaiting.value === 0); // first: a signal that comes meanwhile is heard
  await dropOld(held).catch(() => undefined);
  await send();
}

let endHearing = () => {};

/** An address with its ids filled in is no longer one that the types know. Nothing is asked in the name of somebody else. */
async function asked<T>(operation: string, body?: object): Promise<T> {
  if (another.value) throw new NoAnswer("somebody else is signed in");
  return (askAt as (operation: Operation, where: object, body?: object) => Promise<unknown>)(operation as Operation, {}, body) as Promise<T>;
}
