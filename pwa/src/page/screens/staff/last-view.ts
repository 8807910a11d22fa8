/** How the list was last looked at on this device, so that a worker's own view of it is there the next day. No names. */
import { type Column, FILTERS, type Filter } from "./caseload-rows.ts";

export interface ListView {
  filter: Filter;
  by: { column: Column; up: boolean };
}

const KEY = "list-view";
const AT_FIRST: ListView = { filter: "all", by: { column: "order", up: true } };

/** The view that was kept; the usual one on a new device, or where nothing can be kept. */
export function lastView(): ListView {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as ListView | null;
    return kept && FILTERS.includes(kept.filter) && kept.by ? kept : AT_FIRST;
  } catch {
    return AT_FIRST;
  }
}

export function keepView(view: ListView): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(view));
  } catch {
    // A device that keeps nothing shows the usual view next time.
  }
}
