import type { Entry } from "../../../shared/record/versions.ts";
import { contactsFor } from "../../../shared/rules/due.ts";
import { type Done, doneOf, type Measured, measuredAt } from "../../../shared/rules/series.ts";
import type { CheckInPacks } from "./packs.ts";

/** The contacts of a pathway that are done, up to and with `until` where it is one of them, and what was measured there. */
export function measuredOn(entries: readonly Entry[], enrolled: Entry<"pathway">, packs: CheckInPacks, until?: string): { done: Done[]; measured: Measured[]; all: boolean } {
  const every = doneOf(entries, packs.pathways, enrolled);
  const last = every.findIndex(({ body }) => body.contact === until);
  const done = last < 0 ? every : every.slice(0, last + 1);
  const pathway = packs.pathways[enrolled.body.pathway]!;
  const asked = contactsFor(pathway, enrolled.body.variant).flatMap(({ measures, optional }) => [...measures, ...optional]);
  return { done, measured: measuredAt(done, packs.asks, [...asked, ...enrolled.body.extra]), all: last < 0 };
}
