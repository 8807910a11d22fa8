import { t } from "../messages.ts";
import { type Line, linesOf } from "../quiet-line.ts";
import { signedOut, status } from "../sending.ts";
import { me, unsent } from "../state.ts";
import { another } from "../who.ts";
import { Icon } from "./Icon.tsx";

/** The quiet line about sending. Nothing to say when all is sent; being offline is no error. */
export function Connection() {
  const said = me.value ? linesOf({ ...unsent.value, trouble: trouble() }) : null;
  if (!said) return null;
  return (
    <p class="connection">
      <Icon name="phone" />
      <a href={said.to}>{said.lines.map(([id, count]: Line) => <span key={id}>{t(id, { count })}</span>)}</a>
    </p>
  );
}

function trouble() {
  if (another.value) return "signed-in-as-another";
  if (signedOut.value) return "sign-in-again";
  return status.value?.outcome === "storage" ? "storage-trouble" : null;
}
