/**
 * The register of a session, where there is no signal: the short names of those who are expected, and what was ticked. It
 * rests sealed on the device of whoever opened it, for that session only. Why so: backend/decisions/0023.
 */
import type { Schemas } from "../api/schema.d.ts";
import { uuid7 } from "../ids.ts";
import type { Store } from "../store/db.ts";
import { readSealed, sealed } from "../store/meta.ts";

export const REGISTER = "register";
/** Names are kept for so long after a session began. */
export const KEPT_MS = 48 * 60 * 60_000;

export type Session = Schemas["Session"];
export type Expected = Session["people"][number];
export type Came = Expected["came"];

/** Something that was ticked and is not sent: `undo` takes back the mark `previous`. */
export interface Mark {
  id: string;
  prescription: string;
  start: string;
  kind: "been" | "missed" | "undo";
  previous?: string | undefined;
  at: string;
  /** it was sent once, and the answer may have been lost: from then on it stays as it is */
  tried: boolean;
  /** why the service will not take it, in words for a person */
  refused?: string | undefined;
}

export interface Kept {
  sessions: Session[];
  marks: Mark[];
}

const NOTHING: Kept = { sessions: [], marks: [] };

/** What is kept here. The names of sessions that are long over are not. Raises Locked. */
export async function readRegister(store: Store, now = new Date()): Promise<Kept> {
  const kept = (await readSealed<Kept>(store, REGISTER)) ?? NOTHING;
  return { ...kept, sessions: kept.sessions.filter(({ start }) => now.getTime() - Date.parse(start) < KEPT_MS) };
}

let last: Promise<unknown> = Promise.resolve();

/** Changes what is kept, one change after the other; done when it is on the disk. Raises Locked and StorageFull. */
export function changeRegister(store: Store, change: (kept: Kept) => Kept, now = new Date()): Promise<Kept> {
  const work = last.then(async () => {
    const after = change(await readRegister(store, now));
    if (after.sessions.length || after.marks.length) await store.write(REGISTER, await sealed(store, REGISTER, after));
    else await store.forget(REGISTER);
    store.changes.tell({ what: "meta", key: REGISTER });
    return after;
  });
  last = work.catch(() => undefined);
  return work;
}

export const isOf = (session: Pick<Session, "listing" | "start">) => (other: Pick<Session, "listing" | "start">): boolean =>
  other.listing === session.listing && other.start === session.start;

/** Keeps a session as the service tells it now; what was ticked here stays beside it. */
export const hold = (store: Store, session: Session): Promise<Kept> =>
  changeRegister(store, (kept) => ({ ...kept, sessions: [...kept.sessions.filter((each) => !isOf(session)(each)), session] }));

/** Lets go of a session that is over, once all of it has been sent. */
export const letGo = (store: Store, session: Pick<Session, "listing" | "start">, now = new Date()): Promise<Kept> =>
  changeRegister(store, (kept) => {
    const held = kept.sessions.find(isOf(session));
    const over = held && Date.parse(held.end ?? held.start) < now.getTime();
    const waits = kept.marks.some(({ start }) => start === session.start);
    return over && !waits ? { ...kept, sessions: kept.sessions.filter((each) => each !== held) } : kept;
  }, now);

const marksOf = ({ marks }: Kept, start: string, prescription: string): Mark[] =>
  marks.filter((mark) => !mark.refused && mark.start === start && mark.prescription === prescription);

const cameBy = (mark: Mark): Came => (mark.kind === "undo" ? null : mark.kind);

/** What is ticked of somebody: what waits here counts before what the service knows. */
export function cameOf(kept: Kept, { start }: Pick<Session, "start">, person: Expected): Came {
  const mark = marksOf(kept, start, person.prescription).at(-1);
  return mark ? cameBy(mark) : person.came;
}

/** Somebody as they are known by now: what was drawn before may be older. */
export const knownIn = ({ sessions }: Kept, session: Session, person: Expected): Expected =>
  sessions.find(isOf(session))?.people.find(({ prescription }) => prescription === person.prescription) ?? person;

/** A tap says "came", a second one "did not come", and a third takes it back. */
export const afterTap = (came: Came): Came => (came === null ? "been" : came === "been" ? "missed" : null);

/**
 * Ticks somebody. What was not sent yet is replaced, so that a slip of the finger is nobody's step; what may have arrived
 * is followed by another mark.
 */
export function tick(kept: Kept, { start }: Pick<Session, "start">, person: Expected, came: Came, now = new Date()): Kept {
  const own = marksOf(kept, start, person.prescription);
  const marks = kept.marks.filter((mark) => mark.tried || !own.includes(mark));
  const sent = own.filter(({ tried }) => tried).at(-1);
  const before = sent ? cameBy(sent) : person.came;
  if (came === before) return { ...kept, marks };
  const previous = sent && sent.kind !== "undo" ? sent.id : person.mark;
  const kind = came ?? "undo";
  const mark: Mark = { id: uuid7(now), prescription: person.prescription, start, kind, at: now.toISOString(), tried: false };
  return { ...kept, marks: [...marks, kind === "undo" ? { ...mark, previous: previous! } : mark] };
}

/** The service has taken a mark: it is what is known of that person. */
export function taken({ sessions, marks }: Kept, mark: Mark): Kept {
  const came = cameBy(mark);
  return {
    marks: marks.filter(({ id }) => id !== mark.id),
    sessions: sessions.map((session) => session.start !== mark.start ? session : {
      ...session,
      people: session.people.map((each) => each.prescription !== mark.prescription ? each : { ...each, came, mark: came ? mark.id : null }),
    }),
  };
}

/** Somebody is not there for the group any more: their name goes from here too. */
export const gone = ({ sessions, marks }: Kept, prescription: string): Kept => ({
  marks: marks.filter((mark) => mark.prescription !== prescription),
  sessions: sessions.map((session) => ({ ...session, people: session.people.filter((each) => each.prescription !== prescription) })),
});
