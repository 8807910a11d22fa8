import { useRef } from "preact/hooks";
import type { Programme } from "../../../shared/content/types.ts";
import { Button } from "../../components/Button.tsx";
import { t } from "./words.ts";

interface StopListProps {
  programme: Programme;
  /** Called as the list opens: whatever is running should wait. */
  opening?: () => void;
}

/** "When to stop", one tap away before and during an exercise: the programme's fixed card, with no questions asked. */
export function StopList({ programme, opening }: StopListProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = () => {
    opening?.();
    dialog.current?.showModal();
  };
  return (
    <>
      <Button kind="stop" press={open}>{t("exercise-stop-list")}</Button>
      <dialog ref={dialog} class="stop-list" aria-labelledby="stop-list-title">
        <h2 id="stop-list-title" tabIndex={-1} autofocus>{t("exercise-stop-list-title")}</h2>
        <ul>
          {programme.stop.map((sign) => <li key={sign}>{sign}</li>)}
        </ul>
        <p>{programme.stop_advice}</p>
        <p><a class="button quiet wide" href="/safe/exercise-stop">{t("exercise-stop-list-help")}</a></p>
        <form method="dialog">
          <Button wide submit>{t("exercise-stop-list-close")}</Button>
        </form>
      </dialog>
    </>
  );
}
