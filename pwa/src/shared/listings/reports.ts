/** "It wasn't on": a report goes to whoever publishes the listing, at once or when there is signal again. */
import { askAt, Problem } from "../api/client.ts";
import type { Schemas } from "../api/schema.d.ts";
import { uuid7 } from "../ids.ts";
import type { Store } from "../store/db.ts";
import { readSealed } from "../store/meta.ts";
import { changeKept } from "./kept.ts";

export type Report = Schemas["NewReport"];

interface Waiting extends Report {
  id: string;
}

export const REPORTS = "listings-reports";

export const readReports = async (store: Store): Promise<Waiting[]> => (await readSealed<Waiting[]>(store, REPORTS)) ?? [];

/** Keeps a report on the phone until it is sent, and sends it if it can; gives whether it went. Raises Locked and StorageFull. */
export async function report(store: Store, said: Report): Promise<boolean> {
  const waiting: Waiting = { id: uuid7(), ...said };
  await changeKept<Waiting[]>(store, REPORTS, [], (all) => [...all, waiting]);
  await sendReports(store);
  return !(await readReports(store)).some(({ id }) => id === waiting.id);
}

/**
 * By somebody who works here. Nothing waits on a device of theirs. The team's word counts as the team's; that of who
 * publishes for an organisation as anybody's. Raises Problem and NoAnswer.
 */
export const reportAtWork = (said: Report, ofTeam: boolean): Promise<unknown> =>
  askAt(ofTeam ? "PUT /api/publishing/reports/{report}/from-staff" : "PUT /api/publishing/reports/{report}", { report: uuid7() }, said);

/** Sends what waits. Sent twice it is one, as the phone makes its id. */
export async function sendReports(store: Store): Promise<void> {
  const done = new Set<string>();
  for (const { id, ...said } of await readReports(store)) {
    try {
      await askAt("PUT /api/publishing/reports/{report}", { report: id }, said);
      done.add(id);
    } catch (error) {
      // The listing is gone, or is not what it was: nobody is left to tell. Anything else may pass.
      if (error instanceof Problem && [400, 404, 409].includes(error.status)) done.add(id);
      else break;
    }
  }
  if (done.size) await changeKept<Waiting[]>(store, REPORTS, [], (all) => all.filter(({ id }) => !done.has(id)));
}
