/** Saying something to a suggestion: it is on this phone at once, and can be taken back until it is sent. */
import { effect } from "@preact/signals";
import type { Bodies } from "../../../shared/record/kinds.ts";
import type { SaveOptions } from "../../../shared/record/record.ts";
import type { Suggestion } from "../../../shared/rules/suggested.ts";
import { held } from "../../../shared/sync/held.ts";
import { focusHeading } from "../../focus.ts";
import { sendNow } from "../../sending.ts";
import { changed, record } from "../../state.ts";
import { offerUndo, undoable } from "../../undo.ts";
import { t } from "./words.ts";

type Said = Omit<Bodies["answer"], "prescription">;

/** How long an answer waits at most before it is sent, while the person stays on the screen. */
const WAITS_MS = 20_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let saving = false;

/** Keeps an answer and offers to take it back. Raises StorageFull or Locked with nothing saved. */
export async function say({ id, name }: Pick<Suggestion, "id" | "name">, said: Said, options: SaveOptions = {}): Promise<void> {
  saving = held.answers = true;
  clearTimeout(timer);
  timer = setTimeout(letGo, WAITS_MS);
  try {
    const entry = await record.value!.save("answer", { prescription: id, ...said }, options);
    offerUndo({ words: t(`answered-${said.answer}`, { name }), entry: entry.id, undo: () => record.value!.remove(entry.id) });
  } finally {
    saving = false;
    if (!offersUndo()) letGo();
  }
}

/** Answers are sent from now on. */
function letGo(): void {
  clearTimeout(timer);
  if (!held.answers) return;
  held.answers = false;
  sendNow();
}

/** The answer that can be taken back by the bar that is shown. */
function answerInBar() {
  const id = undoable.value?.entry;
  const entry = id === undefined ? undefined : record.value?.entry(id);
  return entry?.kind === "answer" ? entry : undefined;
}

const offersUndo = (): boolean => answerInBar() !== undefined;

/** Whoever was reading the bar goes on at the heading. */
function endUndo(): void {
  const was_there = document.activeElement?.closest(".undo");
  undoable.value = null;
  if (was_there) focusHeading();
}

// The bar is gone: they moved on, or took it back. Or the answer is, and taking it back would come too late.
effect(() => {
  changed.value;
  const answer = answerInBar();
  if (answer?.state === "received") endUndo();
  else if (!answer && !saving) letGo();
});

addEventListener("visibilitychange", letGo);
