/** Reads a person's own entries for the rules of pathways: those they are on, and the contacts that are done. */
import type { PathwayContact, Pathways } from "../content/pathway-types.ts";
import type { Day } from "../dates.ts";
import type { Entry } from "../record/versions.ts";
import { contactsFor, standing, type Standing } from "./due.ts";
import { ofKind } from "./sessions.ts";

type Entries = readonly Entry[];

/** Pathways somebody is or was on: those that run before those that ended, the latest start first. */
export function pathwaysOn(entries: Entries): Entry<"pathway">[] {
  return ofKind(entries, "pathway").toSorted((a, b) =>
    Number(a.body.ended !== null) - Number(b.body.ended !== null) || (a.body.started_on < b.body.started_on ? 1 : -1));
}

/** Check-ins of the time that somebody was on a pathway: since it started, until it was started once more. */
export function checkInsOf(entries: Entries, { id, body }: Entry<"pathway">): Entry<"check-in">[] {
  const again = ofKind(entries, "pathway")
    .filter((other) => other.id !== id && other.body.pathway === body.pathway && other.body.started_on > body.started_on)
    .map((other) => other.body.started_on).sort()[0];
  return ofKind(entries, "check-in").filter(({ body: { pathway, on } }) =>
    pathway === body.pathway && on >= body.started_on && (again === undefined || on < again));
}

/** The contacts that are done, on whatever day. */
export function contactsDone(entries: Entries, pathway: Entry<"pathway">): Set<string> {
  const done = checkInsOf(entries, pathway).filter(({ body }) => body.state === "done");
  return new Set(done.map(({ body }) => body.contact));
}

/** Where somebody stands on a pathway; null when the content on this phone does not have it. */
export function standingOf(entries: Entries, pathways: Pathways, entry: Entry<"pathway">, today: Day): Standing | null {
  const { pathway, variant, started_on, ended } = entry.body;
  const known = pathways[pathway];
  if (!known) return null;
  const question = { started_on, ended: ended?.on ?? null, done: contactsDone(entries, entry), today };
  return standing(contactsFor(known, variant), question);
}

/** The check-in that was begun for a contact and is not done. */
export const openCheckIn = (entries: Entries, pathway: Entry<"pathway">, contact: string): Entry<"check-in"> | undefined =>
  checkInsOf(entries, pathway).find(({ body }) => body.contact === contact && body.state === "open");

/** The contacts that are not done, also those that were passed over: a paper form may come late. */
export function openContacts(entries: Entries, pathways: Pathways, entry: Entry<"pathway">): PathwayContact[] {
  const known = pathways[entry.body.pathway];
  const done = checkInsOf(entries, entry).filter(({ body }) => body.state === "done");
  return known ? contactsFor(known, entry.body.variant).filter(({ slug }) => !done.some(({ body }) => body.contact === slug)) : [];
}
