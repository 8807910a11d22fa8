import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";

interface ButtonProps {
  /** Main action by default; a screen has one. */
  kind?: "main" | "quiet" | "warm" | "stop" | "plain";
  wide?: boolean;
  submit?: boolean;
  /** While a promise from `press` is open a second press does nothing, so that sore thumbs cannot save twice. */
  press?: () => unknown;
  /** Words for a screen reader where the visible ones need their row to make sense. */
  label?: string;
  children: ComponentChildren;
}

export function Button({ kind = "main", wide, submit, press, label, children }: ButtonProps) {
  const busy = useSignal(false);
  const pressed = async () => {
    if (!press || busy.value) return;
    busy.value = true;
    try {
      await press();
    } finally {
      busy.value = false;
    }
  };
  return (
    <button
      type={submit ? "submit" : "button"}
      class={`button ${kind}${wide ? " wide" : ""}`}
      aria-disabled={busy.value}
      aria-label={label}
      onClick={press && pressed}
    >
      {children}
    </button>
  );
}
