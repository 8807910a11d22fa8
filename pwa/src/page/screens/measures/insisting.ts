import { useSignal } from "@preact/signals";

/** Signals and effects have drawn what is wrong by then. */
const DRAWN_MS = 60;

/** Somebody wants to go on while a field holds what cannot be taken: each says why, and the first of them is gone to. */
export function useInsisting() {
  const on = useSignal(false);
  return {
    on: on.value,
    begin: () => {
      on.value = true;
      setTimeout(goToFirst, DRAWN_MS);
    },
    end: () => void (on.value = false),
  };
}

function goToFirst(): void {
  const field = document.querySelector<HTMLElement>(".measure-number.wrong input");
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}
