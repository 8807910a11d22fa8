/** What was just done and can be taken back. It stays until the person moves on: no timer hurries anybody. */
import { effect, signal } from "@preact/signals";
import { announce } from "./announce.ts";
import { arrivals } from "./router.ts";

interface Undoable {
  words: string;
  undo: () => Promise<unknown>;
  /** the entry whose receipt is shown beside the words */
  entry?: string;
}

export const undoable = signal<Undoable | null>(null);

/** Call it after `go(...)`: changing the screen clears the bar. */
export function offerUndo(done: Undoable): void {
  undoable.value = done;
  announce(done.words);
}

effect(() => {
  arrivals.value;
  undoable.value = null;
});
