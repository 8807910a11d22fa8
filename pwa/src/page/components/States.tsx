import type { ComponentChildren } from "preact";
import { t } from "../messages.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";

/** Nothing here yet: says so, and what would put something here. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="soft empty">{children}</div>;
}

/** Shown only when the wait is longer than 300 ms. */
export function Loading() {
  return (
    <p class="soft waiting" role="status">
      {t("loading")}
    </p>
  );
}

export function Failed({ words, again }: { words: string; again?: () => unknown }) {
  return (
    <Notice kind="stop" urgent>
      <p>{words}</p>
      {again && (
        <Button kind="quiet" press={again}>
          {t("try-again")}
        </Button>
      )}
    </Notice>
  );
}
