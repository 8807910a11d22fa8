/** What was just done and can be taken back. It stays until the person moves on: no timer hurries anybody. */
import { effect, signal } from "@preact/signals";
import { announce } from "./announce.ts";
import { arrivals, hasJustArrived } from "./router.ts";

interface Undoable {
  words: string;
  undo: () => Promise<unknown>;
  /** the entry whose receipt is shown beside the words */
  entry?: string;
}

interface Offered extends Undoable {
  /** it came with a new screen, whose heading is read first */
  arriving: boolean;
}

export const undoable = signal<Offered | null>(null);

/** Call it after `go(...)`: changing the screen clears the bar. */
export function offerUndo(done: Undoable): void {
  undoable.value = { ...done, arriving: hasJustArrived() }; // asked now: a slow phone draws both a good while later
  announce(done.words);
}

effect(() => {
  arrivals.value;
  undoable.value = null;
});
