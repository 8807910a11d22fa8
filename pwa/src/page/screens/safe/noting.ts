/** Notes that a yes stopped a check-in and a care card was shown, and what was done with it. Advice never waits for it. */
import type { Safety } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { type Did, noteOf, notedOf, type Yes } from "../../../shared/rules/safety.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { isStaff } from "../../roles.ts";
import { entries, me, record } from "../../state.ts";

/** Saves a body, as a new entry or over the one of that id, and gives its id. */
export type Keep = (body: Safety, entry?: string) => Promise<string>;

/** Where it is noted: what is there already, and what saves it. */
export interface Notes {
  noted: readonly Entry<"safety">[];
  keep: Keep;
}

/** An event as it was noted last. */
export type Noted = Pick<Entry<"safety">, "id" | "body">;

/** The diary that is open on this phone; none while it is locked, before joining, or for staff. */
function ownNotes(): Notes | null {
  const held = record.value;
  if (!held || isStaff(me.value?.role)) return null;
  return {
    noted: ofKind(entries.value, "safety"),
    keep: async (body, entry) => (await held.save("safety", body, entry ? { entry } : {})).id,
  };
}

/** Notes it, if that says more than what is noted already (`before`, or else what is found). Gives what is noted now. */
export async function note(yes: Yes, did: Did, before: Noted | null, notes: Notes | null = ownNotes()): Promise<Noted | null> {
  const known = before ?? (notes && notedOf(notes.noted, yes)) ?? null;
  const body = notes && noteOf(known?.body, yes, did);
  if (!body) return known;
  return notes.keep(body, known?.id).then((id) => ({ id, body }), () => known); // what was noted before stays
}
