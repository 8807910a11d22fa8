import type { ComponentChildren } from "preact";
import { isWeb } from "./links.ts";
import { t } from "./words.ts";

/** A link to another site, in a page of its own that knows nothing of this one. What is no web address is only words. */
export function Elsewhere({ to, button, children }: { to: string; button?: string; children: ComponentChildren }) {
  if (!isWeb(to)) return <>{children}</>;
  return (
    <a class={button} href={to} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="heard"> ({t("near-opens-elsewhere")})</span>
    </a>
  );
}
