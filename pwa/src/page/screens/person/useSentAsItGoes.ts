/**
 * A check-in of somebody else's, sent as it goes: nothing of it may rest on a device of staff, so that what was answered
 * is in the diary soon after, and whoever loads the page again goes on from there.
 */
import { useEffect, useRef } from "preact/hooks";
import type { CheckIn } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { bodyOf, type Held, heldWith } from "../../../shared/rules/check-in.ts";
import { openCheckIn } from "../../../shared/rules/contacts.ts";
import type { Form } from "../../draft.ts";
import type { RunnerProps } from "../checkin/Runner.tsx";
import type { Opened } from "./opening.ts";

type Send = RunnerProps["save"];

interface Sent {
  record: Opened;
  enrolled: Entry<"pathway">;
  contact: string;
  by: CheckIn["with"];
  form: Form<Held>;
  /** the screen that is open: leaving it sends what was answered there */
  place: string;
  send: Send;
}

/** After so long without another answer it is sent, though the screen was not left. */
const QUIET_MS = 3_000;

/** Gives what the screens save with: one after the other, so that two at a time never make two entries. */
export function useSentAsItGoes(now: Sent): Send {
  const latest = useRef(now);
  latest.current = now;
  const made = useRef<string | null>(null);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const over = useRef(false);
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.current.then(act);
    turn.current = mine.catch(() => undefined);
    return mine;
  };
  const send: Send = async (body, entry) => {
    over.current ||= body.state === "done";
    return (made.current = await latest.current.send(body, entry ?? made.current));
  };
  const quietly = () => inTurn(async () => {
    const body = over.current ? null : unsent(latest.current);
    if (body) await send(body, openOf(latest.current)?.id ?? null);
  }).catch(() => undefined); // saving the section says what is wrong
  const held = now.form.value.value;
  useEffect(() => {
    const timer = setTimeout(quietly, QUIET_MS);
    return () => clearTimeout(timer);
  }, [held]);
  useEffect(() => () => void quietly(), [now.place]);
  return (body, entry) => inTurn(() => send(body, entry)).catch((error: unknown) => {
    over.current = false;
    throw error;
  });
}

const openOf = ({ record, enrolled, contact }: Sent): Entry<"check-in"> | undefined => openCheckIn(record.entries, enrolled, contact);

/** The check-in as it stands here, if the diary does not say the same. */
function unsent(now: Sent): CheckIn | null {
  const draft = now.form.value.peek();
  const saved = openOf(now);
  if (!draft || (!saved && !Object.keys(draft.answers).length)) return null;
  const held = saved ? heldWith(draft, saved.id, saved.body) : draft;
  const body = bodyOf(held, now.enrolled.body, now.contact, now.by, "open");
  return JSON.stringify(body) === JSON.stringify(saved?.body) ? null : body;
}
