/** What the organisation publishes, kept in memory while the page is open: without signal it can still be read. */
import { signal } from "@preact/signals";
import { type Answer, ask } from "../../../shared/api/client.ts";
import { me, store } from "../../state.ts";
import { type Fetched, useFetched } from "../service/useFetched.tsx";

export type Board = Answer<"GET /api/publishing/board">;
export type Mine = Board["listings"][number];

const board = signal<Board | null>(null);
let whose: string | undefined;

/** Asked for anew on each screen, with what is known already in sight. */
export function useBoard(): Fetched<Board> {
  if (whose !== me.value?.person) board.value = null;
  whose = me.value?.person;
  const { trouble, again } = useFetched(async () => (board.value = await ask("GET /api/publishing/board")));
  return { value: board, trouble, again };
}

/** One listing as the server has it now. */
export function keepMine(mine: Mine): void {
  const before = board.value;
  if (!before) return;
  const known = before.listings.some(({ id }) => id === mine.id);
  board.value = { ...before, listings: known ? before.listings.map((each) => (each.id === mine.id ? mine : each)) : [mine, ...before.listings] };
}

/** One listing is there no more. */
export function dropMine(id: string): void {
  if (board.value) board.value = { ...board.value, listings: board.value.listings.filter((each) => each.id !== id) };
}

export const keepBoard = (now: Board): void => void (board.value = now);

// Nothing of it stays for whoever signs in next.
store.value?.changes.listen(({ what }) => {
  if (what === "wiped") board.value = null;
});
