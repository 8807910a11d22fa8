import { useLayoutEffect, useRef } from "preact/hooks";
import { announce } from "../announce.ts";
import { focusHeading } from "../focus.ts";
import { t } from "../messages.ts";
import { changed, record } from "../state.ts";
import { undoable } from "../undo.ts";
import { Button } from "./Button.tsx";
import { Receipt } from "./Receipt.tsx";

/** What was just saved, its receipt, and the way to take it back. The button that saved it is often gone: reading goes on here. */
export function UndoBar() {
  const offered = undoable.value;
  const bar = useRef<HTMLDivElement>(null);
  changed.value;
  useLayoutEffect(() => {
    if (!offered?.arriving) bar.current?.focus({ preventScroll: true });
  }, [offered]);
  if (!offered) return null;
  const entry = offered.entry ? record.value?.entry(offered.entry) : undefined;
  const undo = async () => {
    try {
      await offered.undo();
      undoable.value = null;
      focusHeading();
      announce(t("undone"));
    } catch {
      announce(t("undo-failed"));
    }
  };
  return (
    <div class="undo" ref={bar} tabIndex={-1}>
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
