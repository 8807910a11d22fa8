/** Slots of the days around today that this phone knows to be done, so that its worker need not tell of them. */
import type { Pathways } from "../content/pathway-types.ts";
import { addDays, type Day, dayOf, weekdayOf } from "../dates.ts";
import type { Bodies } from "../record/kinds.ts";
import type { Entry } from "../record/versions.ts";
import { planNow } from "../rules/adapting.ts";
import { pathwaysOn } from "../rules/contacts.ts";
import { contactsFor } from "../rules/due.ts";
import { ofKind } from "../rules/sessions.ts";
import { plannedTimes } from "../rules/today.ts";
import { isDone, startOf } from "./done.ts";
import type { Slot } from "./keys.ts";
import type { Wishes } from "./wishes.ts";

export interface SlotsQuestion {
  /** every entry, gone ones too: what was told of may be gone by now */
  all: readonly Entry[];
  pathways: Pathways;
  wishes: Pick<Wishes, "week">;
  today: Day;
}

export const DAYS_BACK = 2;
export const DAYS_AHEAD = 15;

/** What is done, and the exercises of a bad day, which counts as success. */
export function slotsDone(question: SlotsQuestion): Slot[] {
  const entries = question.all.filter(({ gone }) => !gone);
  const bad = new Set(ofKind(entries, "bad-day").map(({ body }) => body.on));
  const slots = slotsAround(question, entries);
  return slots.filter((slot) => isDone(slot, entries, slots) || (slot.kind === "exercise" && bad.has(dayOf(slot.local))));
}

function slotsAround({ all, pathways, wishes, today }: SlotsQuestion, entries: readonly Entry[]): Slot[] {
  const days = Array.from({ length: DAYS_BACK + DAYS_AHEAD }, (_, index) => addDays(today, index - DAYS_BACK));
  const near = new Set(days);
  return [
    ...exercises(entries, days),
    ...checkIns(entries, pathways).filter(({ local }) => near.has(local)),
    ...sessions(all).filter(({ local }) => near.has(dayOf(local))),
    ...dates(all).filter(({ local }) => near.has(local)),
    ...days.filter((day) => weekdayOf(day) === wishes.week?.day).map((local): Slot => ({ kind: "week", about: "", local })),
  ];
}

function exercises(entries: readonly Entry[], days: readonly Day[]): Slot[] {
  const plan = planNow(entries)?.body ?? null;
  return days.flatMap((day) => plannedTimes(plan, day).map((time): Slot => ({ kind: "exercise", about: "", local: `${day}T${time}` })));
}

/** The first day of each contact's window, and the day before its last. */
function checkIns(entries: readonly Entry[], pathways: Pathways): Slot[] {
  return pathwaysOn(entries).filter(({ body }) => body.ended === null).flatMap(({ body: { pathway, variant, started_on } }) => {
    const known = pathways[pathway];
    return (known ? contactsFor(known, variant) : []).flatMap(({ slug, due_from_day, due_to_day }): Slot[] => [
      { kind: "check-in", about: `${pathway}/${slug}/opens`, local: addDays(started_on, due_from_day) },
      { kind: "check-in", about: `${pathway}/${slug}/closes`, local: addDays(started_on, due_to_day - 1) },
    ]);
  });
}

/** Every start that a suggestion ever had: the service may not have heard of the last one yet. */
function sessions(all: readonly Entry[]): Slot[] {
  return versionsOf(all, "prescription", ({ start }) => start && startOf(start)).flatMap(([id, local]): Slot[] =>
    [{ kind: "session", about: `${id}/tomorrow`, local }, { kind: "session", about: `${id}/soon`, local }]);
}

function dates(all: readonly Entry[]): Slot[] {
  return versionsOf(all, "own-date", ({ on }) => on).flatMap(([id, local]): Slot[] =>
    [{ kind: "date", about: `${id}/before`, local }, { kind: "date", about: `${id}/day`, local }]);
}

/** What each entry of a kind ever said of one thing: [entry, said], each once. */
function versionsOf<K extends "prescription" | "own-date">(all: readonly Entry[], kind: K, said: (body: Bodies[K]) => string | null | undefined): [string, string][] {
  return all.filter((entry) => entry.kind === kind).flatMap((entry) => {
    const values = entry.versions.map(({ body }) => body && said(body as Bodies[K])).filter((value) => typeof value === "string");
    return [...new Set(values)].map((value): [string, string] => [entry.id, value]);
  });
}
