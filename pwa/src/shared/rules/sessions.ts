/** Reads a person's own entries for the rules: sessions of an exercise, the level they chose, the plan they follow. */
import type { Entry } from "../record/versions.ts";
import type { Kind } from "../record/kinds.ts";
import type { Day } from "../dates.ts";
import type { Exercise, Programme } from "../content/types.ts";
import type { Finding, Session } from "./ladder.ts";
import { ruleMet } from "./ladder.ts";

type Entries = readonly Entry[];

/** What was sorted out of a list of entries before: lists are made anew when something changes, never changed. */
const sorted = new WeakMap<Entries, Map<Kind, Entry[]>>();

/** Live entries of one kind, oldest first. */
export function ofKind<K extends Kind>(entries: Entries, kind: K): readonly Entry<K>[] {
  let kinds = sorted.get(entries);
  if (!kinds) sorted.set(entries, (kinds = new Map()));
  let found = kinds.get(kind);
  if (!found) {
    found = entries.filter((entry) => entry.kind === kind && !entry.gone);
    found.sort((a, b) => a.instant - b.instant || (a.id < b.id ? -1 : 1));
    kinds.set(kind, found);
  }
  return found as unknown as readonly Entry<K>[];
}

/** The plan for a programme: the one entry, or the latest if two phones each made one. */
export function planOf(entries: Entries, programme: string): Entry<"plan"> | undefined {
  return ofKind(entries, "plan").findLast((entry) => entry.body.programme === programme);
}

/** The level the person last chose for an exercise; 1 before any choice. */
export function levelOf(entries: Entries, programme: string, exercise: string): number {
  return lastChoice(entries, programme, exercise)?.body.level ?? 1;
}

/** The answers to "had it settled by the next morning?", by the day they are about; the latest answer holds. */
export function settledByDay(entries: Entries): Map<Day, boolean> {
  return new Map(ofKind(entries, "settled").map(({ body }) => [body.on, body.settled]));
}

export function badDays(entries: Entries): Day[] {
  return [...new Set(ofKind(entries, "bad-day").map(({ body }) => body.on))].sort();
}

/** Sessions of one exercise since its level last changed, oldest first. */
export function sessionsOf(entries: Entries, programme: string, exercise: string): Session[] {
  const settled = settledByDay(entries);
  const since = ofKind(entries, "level").findLast(({ body }) =>
    body.programme === programme && body.exercise === exercise && body.choice !== "stay");
  return ofKind(entries, "exercise")
    .filter(({ body }) => body.programme === programme && body.exercise === exercise)
    .filter(({ at }) => !since || Date.parse(at) >= Date.parse(since.at))
    .map(({ body, day }) => ({ ...body, on: day, settled: settled.get(day) ?? null }));
}

/** Which printed rule the entries meet for one exercise of a programme. */
export function ladderOf(entries: Entries, programme: Programme, exercise: Exercise): Finding {
  return ruleMet({
    sessions: sessionsOf(entries, programme.slug, exercise.slug),
    level: levelOf(entries, programme.slug, exercise.slug),
    levels: exercise.levels.length,
    bands: programme.ladder,
    flares: badDays(entries),
  });
}

function lastChoice(entries: Entries, programme: string, exercise: string): Entry<"level"> | undefined {
  return ofKind(entries, "level").findLast(({ body }) => body.programme === programme && body.exercise === exercise);
}
