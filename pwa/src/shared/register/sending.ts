/** Sends what was ticked, in the order in which it was. Each mark has its id from this device, so that sending it again changes nothing. */
import { askAt, NoAnswer, Problem } from "../api/client.ts";
import type { Store } from "../store/db.ts";
import { changeRegister, gone, type Mark, readRegister, taken } from "./register.ts";

/** How far it came: all is sent; there is no signal, or the service cannot answer; somebody has to sign in first. */
export type Went = "sent" | "offline" | "sign-in";

let running: Promise<Went> | null = null;

/** Sends what waits; one at a time. */
export const sendMarks = (store: Store): Promise<Went> => (running ??= sendAll(store).finally(() => (running = null)));

async function sendAll(store: Store): Promise<Went> {
  for (;;) {
    const next = (await readRegister(store)).marks.find(({ refused }) => !refused);
    if (!next) return "sent";
    const mark = { ...next, tried: true };
    if (!next.tried) await changeRegister(store, (kept) => ({ ...kept, marks: kept.marks.map((each) => (each.id === mark.id ? mark : each)) }));
    try {
      await send(mark);
      await changeRegister(store, (kept) => taken(kept, mark));
    } catch (error) {
      const went = await refused(store, mark, error);
      if (went) return went;
    }
  }
}

const send = ({ id, prescription, kind, start, at, previous }: Mark): Promise<unknown> =>
  askAt("PUT /api/prescriptions/{prescription}/steps/{step}", { prescription, step: id }, kind === "undo" ? { kind, at, previous } : { kind, at, start });

/** What no asking again will change is told to whoever ticked it; anything else waits. */
async function refused(store: Store, mark: Mark, error: unknown): Promise<Went | null> {
  if (error instanceof NoAnswer) return "offline";
  if (!(error instanceof Problem)) throw error;
  if (error.status === 401 || error.status === 403) return "sign-in";
  if (error.status === 404) await changeRegister(store, (kept) => gone(kept, mark.prescription));
  else if ([400, 409, 422].includes(error.status)) {
    await changeRegister(store, (kept) => ({ ...kept, marks: kept.marks.map((each) => (each.id === mark.id ? { ...mark, refused: error.message } : each)) }));
  } else return "offline";
  return null;
}

/** Somebody has read why a mark was refused. */
export const forgetMark = (store: Store, id: string) => changeRegister(store, (kept) => ({ ...kept, marks: kept.marks.filter((each) => each.id !== id) }));
