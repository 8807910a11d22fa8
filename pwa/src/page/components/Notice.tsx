import type { ComponentChildren } from "preact";

interface NoticeProps {
  kind?: "plain" | "warm" | "stop";
  title?: string;
  /** Speaks at once: only for something that went wrong with what the person just did. */
  urgent?: boolean;
  children?: ComponentChildren;
}

export function Notice({ kind = "plain", title, urgent, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={urgent ? "alert" : undefined}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}
