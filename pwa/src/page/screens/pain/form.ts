/** What the pain form holds, where it starts from, and how it becomes an entry. */
import type { Day } from "../../../shared/dates.ts";
import { localTimeOn, phoneClock } from "../../../shared/dates.ts";
import type { Pain } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { entries, record, today } from "../../state.ts";

export interface PainForm {
  score: number | null;
  regions: string[];
  note: string;
  /** a day chosen by hand; null means today, whichever day that is when it is saved */
  day: Day | null;
}

/** Where was it last time? The score is never filled in beforehand: that would lead the answer. */
export function fresh(before: Entry<"pain"> | undefined): PainForm {
  if (before) return { ...before.body, note: before.body.note ?? "", day: before.day };
  return { score: null, regions: lastRegions(), note: "", day: null };
}

export function lastRegions(): string[] {
  const last = entries.value.find((entry) => entry.kind === "pain") as Entry<"pain"> | undefined;
  return last?.body.regions ?? [];
}

export function savePain(form: PainForm, before: Entry<"pain"> | undefined): Promise<Entry<"pain">> {
  const note = form.note.trim();
  const body: Pain = { score: form.score!, regions: form.regions, ...(note && { note }) };
  return record.value!.save("pain", body, { ...(before && { entry: before.id }), ...whenOf(form.day, before) });
}

/** Undo: a new entry goes, a change goes back to what it said before. */
export function takeBack(saved: Entry<"pain">, before: Entry<"pain"> | undefined): Promise<unknown> {
  if (!before) return record.value!.remove(saved.id);
  return record.value!.save("pain", before.body, { entry: before.id, at: before.at, picked: before.head.picked });
}

/** An earlier day counts from midday, unless the entry already had a time. */
function whenOf(day: Day | null, before: Entry<"pain"> | undefined): { at?: string; picked?: boolean } {
  if (day === null || day === (before?.day ?? today.value)) return {};
  const time = before ? before.at.slice(11, 16) : "12:00";
  return { at: localTimeOn(day, time, phoneClock.zone()), picked: true };
}
