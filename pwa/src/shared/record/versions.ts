/**
 * The merge rule. An entry is every version ever written of it; nothing is thrown away. The same rule, with the same
 * worked cases (tests/verification/versions.yaml), runs on the server in jointly.record.rules.
 */
import type { Schemas } from "../api/schema.d.ts";
import type { Day } from "../dates.ts";
import { dayOf } from "../dates.ts";
import type { Bodies, Kind } from "./kinds.ts";

export type How = NonNullable<Schemas["NewVersion"]["how"]>;
export type State = "on-phone" | "received" | "refused";

/** `message` is the server's own words for a person; empty when this phone refused: the page has words for the `code`. */
export type Refusal = Omit<Schemas["Refused"], "id">;

/** One thing written once. `number` and `received_at` stay null until the server has said it holds the version. */
export interface Version<K extends Kind = Kind> {
  id: string;
  entry: string;
  previous: string | null;
  kind: K;
  /** when it happened: local time with its UTC offset */
  at: string;
  zone: string;
  /** the person chose the date by hand */
  picked: boolean;
  how: How;
  gone: boolean;
  /** null when gone */
  body: Bodies[K] | null;
  number: number | null;
  received_at: string | null;
  /** who wrote it and on which device, as the server says; null when written here */
  by: string | null;
  device: string | null;
  /** how far the device's clock was ahead of the server's; 0 when under two minutes */
  skew_seconds: number;
  refused: Refusal | null;
}

/** What a person sees: the head version, and whatever was written beside it on another device. */
export interface Entry<K extends Kind = Kind> {
  id: string;
  kind: K;
  at: string;
  /** `at` in milliseconds since 1970, for sorting */
  instant: number;
  /** the day it belongs to */
  day: Day;
  zone: string;
  gone: boolean;
  /** what it says now; for a gone entry what it said last */
  body: Bodies[K];
  head: Version<K>;
  /** the head, and what it stands for: other leaves that say the same or, of a gone entry, are gone too */
  heads: Version<K>[];
  /** other versions that nobody corrected: "also written on another device" */
  also: Version<K>[];
  /** every version, oldest first */
  versions: Version<K>[];
  /** whether the server holds the head: "on-phone" until it says so */
  state: State;
  received_at: string | null;
  refused: Refusal | null;
}

/** The entry that these versions (one or more, all of one entry, in any order) make together. */
export function entryOf<K extends Kind>(versions: readonly Version<K>[]): Entry<K> {
  const ordered = [...versions].sort(inOrder);
  const leaves = ordered.length === 1 ? ordered : leavesOf(ordered);
  const head = leaves.findLast((leaf) => leaf.gone) ?? leaves.at(-1)!;
  const heads = leaves.length === 1 ? leaves : leaves.filter((leaf) => (head.gone ? leaf.gone : contentOf(leaf) === contentOf(head)));
  const said = head.body ?? ordered.findLast((version) => version.body !== null)?.body;
  return {
    id: head.entry, kind: head.kind, at: head.at, instant: Date.parse(head.at), day: dayOf(head.at), zone: head.zone,
    gone: head.gone, body: said as Bodies[K], head, heads,
    also: distinct(leaves).filter((leaf) => leaf !== head), versions: ordered,
    state: stateOf(head), received_at: head.received_at, refused: head.refused,
  };
}

export function stateOf(version: Version): State {
  if (version.refused) return "refused";
  return version.number === null ? "on-phone" : "received";
}

/** Versions that no other version corrects. Versions that name each other in a ring count as leaves. */
function leavesOf<K extends Kind>(versions: Version<K>[]): Version<K>[] {
  const corrected = new Set(versions.map((version) => version.previous));
  const leaves = versions.filter((version) => !corrected.has(version.id));
  return leaves.length ? leaves : versions;
}

/** Leaves that say the same count once: the last of them stands for all. */
function distinct<K extends Kind>(leaves: Version<K>[]): Version<K>[] {
  if (leaves.length === 1) return leaves;
  const said = new Map<string, Version<K>>();
  for (const leaf of leaves) {
    const content = contentOf(leaf);
    said.delete(content);
    said.set(content, leaf);
  }
  return [...said.values()];
}

/** By the server's number; what the server has not numbered comes after, in the order it was made. */
function inOrder(a: Version, b: Version): number {
  const difference = (a.number ?? Infinity) - (b.number ?? Infinity);
  return difference || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** What a version says, as JSON with keys in order, so that equal content has equal text. */
function contentOf({ gone, at, body }: Version): string {
  return JSON.stringify([gone, at, body], (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner);
}
