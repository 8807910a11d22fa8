/** The check-ins of whoever this phone is: which pathway they are on, and where their answers are kept. */
import type { Pathways } from "../../../shared/content/pathway-types.ts";
import type { OnPathway } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { pathwaysOn } from "../../../shared/rules/contacts.ts";
import { entries, record, today } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { go } from "../../router.ts";

export const HOME = "/check-in";
export const RESULTS = `${HOME}/results`;

/** The pathways that run, of those that this phone knows; the latest start first. */
export const runningOn = (pathways: Pathways): Entry<"pathway">[] =>
  pathwaysOn(entries.value).filter(({ body }) => body.ended === null && pathways[body.pathway]);

/** The address of a contact of a pathway. */
export const contactAddress = ({ pathway }: Pick<OnPathway, "pathway">, contact: string): string => `${HOME}/${pathway}/${contact}`;

/** The name of the draft: one for each contact of each time on a pathway. */
export const draftName = (enrolled: Entry<"pathway">, contact: string): string => `check-in ${enrolled.id} ${contact}`;

/** Puts somebody on a pathway; the one that ran ends, as they moved on. */
export async function startPathway({ slug, version }: Pathways[string], from: Entry<"pathway"> | undefined): Promise<void> {
  const on = today.value;
  const body: OnPathway = { pathway: slug, version, variant: null, started_on: on, extra: [], ended: null };
  await record.value!.save("pathway", body);
  if (from) await record.value!.save("pathway", { ...from.body, ended: { on, why: "moved-on" } }, { entry: from.id });
}

type Why = NonNullable<OnPathway["ended"]>["why"];

/** Ends a pathway, which can be taken back. */
export async function endPathway(enrolled: Entry<"pathway">, why: Why, words: string): Promise<void> {
  const { id, body } = enrolled;
  await record.value!.save("pathway", { ...body, ended: { on: today.value, why } }, { entry: id });
  go(HOME);
  offerUndo({ words, entry: id, undo: () => record.value!.save("pathway", { ...body, ended: null }, { entry: id }) });
}
