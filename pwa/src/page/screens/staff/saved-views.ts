/**
 * The ways of looking at the list that a worker named. They are kept with the service, so that they are there on another
 * device; with no signal the copy of them is shown, with what this device has still to send.
 */
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { readQueue } from "../../../shared/desk/queue.ts";
import { put, read } from "../../desk.ts";
import { store } from "../../state.ts";
import { changed, type NewView, type SavedView, VIEWS, withWaiting } from "./saved-rules.ts";

/** All of them, the oldest first. Raises what reading raises. */
export async function savedViews(): Promise<SavedView[]> {
  const { views } = await read<Schemas["ListViews"]>(VIEWS);
  return withWaiting(views, await readQueue(store.value!));
}

/** Keeps one under an id, or takes it away where there is none; gives all that there are then. Raises what sending raises. */
export async function putView(now: readonly SavedView[], id: string, view: NewView | null): Promise<SavedView[]> {
  const answer = await put<Schemas["ListViews"]>(`${VIEWS}/${id}`, { view });
  return answer?.views ?? changed(now, id, view);
}
