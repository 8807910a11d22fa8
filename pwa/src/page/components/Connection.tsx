import { t } from "../messages.ts";
import { signedOut, status } from "../sending.ts";
import { me, unsent } from "../state.ts";
import { another } from "../who.ts";
import { Icon } from "./Icon.tsx";

/** The quiet line about sending. Nothing to say when all is sent; being offline is no error. */
export function Connection() {
  const said = me.value && whatToSay();
  if (!said) return null;
  return (
    <p class="connection">
      <Icon name="phone" />
      <a href={said.to}>{said.words}</a>
    </p>
  );
}

function whatToSay(): { words: string; to: string } | null {
  const { waiting, refused, unreadable } = unsent.value;
  if (another.value) return { words: t("signed-in-as-another"), to: "/join" };
  if (signedOut.value) return { words: t("sign-in-again"), to: "/join" };
  if (status.value?.outcome === "storage") return { words: t("storage-trouble"), to: "/more/phone" };
  if (unreadable) return { words: t("unreadable", { count: unreadable }), to: "/more/sending" };
  if (waiting) return { words: t("unsent", { count: waiting }), to: "/more/sending" };
  return refused ? { words: t("refused", { count: refused }), to: "/more/sending" } : null;
}
