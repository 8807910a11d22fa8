/**
 * Whether what a reminder would ask for is done, or is no longer so. The same rule, with the same worked cases
 * (tests/verification/reminder-done.yaml), is in jointly.reminders.rules.
 */
import type { Entry } from "../record/versions.ts";
import { ofKind } from "../rules/sessions.ts";
import { suggestionsOf } from "../rules/suggested.ts";
import type { Slot } from "./keys.ts";

/** `entries` are those that are not gone; `day` all slots of the same day, which share what was done on it. */
type Rule = (slot: Slot, entries: readonly Entry[], day: readonly Slot[]) => boolean;

const RULES: { [kind in Slot["kind"]]: Rule } = {
  "exercise": exercised,
  "check-in": checkedIn,
  "session": otherSession,
  "date": otherDate,
  "week": saidHowItWas,
  "change": () => false,
  "reply": () => false,
};

/** Is it done? `day` has every slot planned for that day, this one too. */
export const isDone: Rule = (slot, entries, day) => RULES[slot.kind](slot, entries, day);

/** An exercise counts for the slot of its day that it was nearest to; half way between two, for the earlier. */
function exercised(slot: Slot, entries: readonly Entry[], day: readonly Slot[]): boolean {
  const on = slot.local.slice(0, 10);
  const times = [...new Set(day.filter(({ kind, local }) => kind === "exercise" && local.startsWith(on)).map(({ local }) => minutes(local)))].sort((a, b) => a - b);
  const done = ofKind(entries, "exercise").filter((entry) => entry.day === on);
  return done.some(({ at }) => nearest(minutes(at), times) === minutes(slot.local));
}

function nearest(minute: number, times: readonly number[]): number | undefined {
  return times.reduce<number | undefined>((best, time) =>
    best !== undefined && Math.abs(best - minute) <= Math.abs(time - minute) ? best : time, undefined);
}

/** Minutes since midnight, of "2026-11-22T09:00…". */
const minutes = (local: string): number => Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));

/** `about`: pathway/contact/opens or closes. A check-in of an earlier time on the pathway does not count for this one. */
function checkedIn({ about, local }: Slot, entries: readonly Entry[]): boolean {
  const [pathway, contact] = about.split("/");
  const started = ofKind(entries, "pathway").map(({ body }) => body).filter((body) => body.pathway === pathway && body.started_on <= local);
  const since = started.map(({ started_on }) => started_on).sort().at(-1) ?? "";
  return ofKind(entries, "check-in").some(({ body }) =>
    body.pathway === pathway && body.contact === contact && body.state === "done" && body.on >= since);
}

/** `about`: the suggestion's id/tomorrow or soon; `local` its start in UTC. Another start is told by itself. */
function otherSession({ about, local }: Slot, entries: readonly Entry[]): boolean {
  const id = about.slice(0, about.indexOf("/"));
  const one = suggestionsOf(entries).find((each) => each.id === id);
  return one?.state !== "booked" || !one.start || startOf(one.start) !== local;
}

/** A start as slots have it: "2026-11-24T10:30:00+00:00", in UTC. */
export const startOf = (written: string): string => `${new Date(written).toISOString().slice(0, 19)}+00:00`;

/** `about`: the entry's id/before or day; `local` the day it is on. */
function otherDate({ about, local }: Slot, entries: readonly Entry[]): boolean {
  const id = about.slice(0, about.indexOf("/"));
  return ofKind(entries, "own-date").find((entry) => entry.id === id)?.body.on !== local;
}

/** The weekly question is answered by any pain entry or check-in of that day. */
function saidHowItWas({ local }: Slot, entries: readonly Entry[]): boolean {
  return ofKind(entries, "pain").some(({ day }) => day === local) || ofKind(entries, "check-in").some(({ body }) => body.on === local);
}
