/** What may be said of named ways of looking at the list without asking anybody. */
import type { Schemas } from "../../../shared/api/schema.d.ts";
import type { Waiting } from "../../../shared/desk/queue.ts";
import type { ListView } from "./last-view.ts";

export type SavedView = Schemas["ListView"];
export type NewView = Schemas["NewView"];

export const VIEWS = "/api/caseload/views";
export const MOST_VIEWS = 20;
export const MOST_LETTERS = 40;

/** What the service has, and what waits here to be sent to it. */
export const withWaiting = (views: readonly SavedView[], waiting: readonly Waiting[]): SavedView[] =>
  waiting.filter(({ path, refused }) => path.startsWith(`${VIEWS}/`) && !refused)
    .reduce((now, { path, body }) => changed(now, path.slice(VIEWS.length + 1), (body as Schemas["PutView"]).view), [...views]);

/** With one that is new or changed, or without it. */
export function changed(now: readonly SavedView[], id: string, view: NewView | null): SavedView[] {
  if (!view) return now.filter((each) => each.id !== id);
  const one = { ...view, id };
  return now.some((each) => each.id === id) ? now.map((each) => (each.id === id ? one : each)) : [...now, one];
}

/** Why a view cannot be kept under this name: the id of its words; null when it can. */
export function faultOf(name: string, now: readonly SavedView[]): "views-needs-name" | "views-same" | "views-many" | null {
  if (!name) return "views-needs-name";
  if (now.some((each) => each.name.toLowerCase() === name.toLowerCase())) return "views-same";
  return now.length >= MOST_VIEWS ? "views-many" : null;
}

export const viewOf = ({ filter, column, up }: NewView): ListView => ({ filter, by: { column, up } });

export const isView = ({ filter, column, up }: NewView, { filter: shown, by }: ListView): boolean =>
  filter === shown && column === by.column && up === by.up;
