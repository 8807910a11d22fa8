/** A form whose every change is kept on the phone, until it is saved or cleared: a call, a reload or an update loses none of it. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { clearDraft, readDraft, saveDraft } from "../shared/store/drafts.ts";
import { store } from "./state.ts";

export interface Form<T> {
  /** null until the phone has been asked */
  value: Signal<T | null>;
  /** what is shown was filled in before and not saved */
  restored: Signal<boolean>;
  change: (changes: Partial<T>) => void;
  /** forgets the draft; call it after saving */
  done: () => Promise<void>;
  startAgain: () => void;
}

/** `version` is the shape of T: raise it when the shape changes, and drafts of the old shape are left alone. */
export function useDraft<T extends object>(name: string, version: number, fresh: () => T): Form<T> {
  const value = useSignal<T | null>(null);
  const restored = useSignal(false);
  const held = store.value!;
  useEffect(() => {
    readDraft<T>(held, name, version)
      .catch(() => null)
      .then((draft) => {
        restored.value = draft !== null;
        value.value = draft ?? fresh();
      });
  }, [name]);
  const change = (changes: Partial<T>) => {
    value.value = { ...value.value!, ...changes };
    // A phone without room cannot keep the draft; the form still has it, and saving says so.
    saveDraft(held, name, version, value.value).catch(() => undefined);
  };
  const done = () => clearDraft(held, name).catch(() => undefined);
  const startAgain = () => {
    value.value = fresh();
    restored.value = false;
    void done();
  };
  return { value, restored, change, done, startAgain };
}
