import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../messages.ts";
import { go, guardLeaving } from "../router.ts";
import { Button } from "./Button.tsx";

/** While `when` is true, a link away asks first. For what a draft cannot keep; forms keep drafts instead. */
export function ConfirmLeave({ when }: { when: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const to = useSignal("");
  useEffect(() => {
    if (!when) return;
    guardLeaving((wanted) => {
      to.value = wanted;
      dialog.current?.showModal();
      return false;
    });
    return () => guardLeaving(null);
  }, [when]);
  const leave = () => {
    guardLeaving(null);
    go(to.value);
  };
  return (
    <dialog ref={dialog} aria-labelledby="leave-title">
      <h2 id="leave-title">{t("leave-title")}</h2>
      <div class="buttons">
        <Button press={() => dialog.current?.close()}>{t("leave-stay")}</Button>
        <Button kind="quiet" press={leave}>
          {t("leave-go")}
        </Button>
      </div>
    </dialog>
  );
}
