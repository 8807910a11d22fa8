import { announce } from "../announce.ts";
import { t } from "../messages.ts";
import { changed, record } from "../state.ts";
import { undoable } from "../undo.ts";
import { Button } from "./Button.tsx";
import { Receipt } from "./Receipt.tsx";

/** What was just saved, its receipt, and the way to take it back. */
export function UndoBar() {
  const offered = undoable.value;
  changed.value;
  if (!offered) return null;
  const entry = offered.entry ? record.value?.entry(offered.entry) : undefined;
  const undo = async () => {
    try {
      await offered.undo();
      undoable.value = null;
      announce(t("undone"));
    } catch {
      announce(t("undo-failed"));
    }
  };
  return (
    <div class="undo">
      <p>
        {offered.words}
        {entry && !entry.gone && <Receipt entry={entry} />}
      </p>
      <Button kind="quiet" press={undo}>
        {t("undo")}
      </Button>
    </div>
  );
}
