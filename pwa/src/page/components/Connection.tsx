import { t } from "../messages.ts";
import { signedOut } from "../sending.ts";
import { me, unsent } from "../state.ts";
import { Icon } from "./Icon.tsx";

/** The quiet line about sending. Nothing to say when all is sent; being offline is no error. */
export function Connection() {
  const { waiting, refused } = unsent.value;
  if (!me.value || !(waiting || refused || signedOut.value)) return null;
  const words = signedOut.value ? t("sign-in-again") : waiting ? t("unsent", { count: waiting }) : t("refused", { count: refused });
  return (
    <p class="connection">
      <Icon name="phone" />
      <a href={signedOut.value ? "/join" : "/more/sending"}>{words}</a>
    </p>
  );
}
