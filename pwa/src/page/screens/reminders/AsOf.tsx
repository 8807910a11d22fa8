import { Failed, Loading } from "../../components/States.tsx";
import type { Latest } from "../../reminders/copies.ts";
import { atTime, t } from "./words.ts";

/** How old what is shown is, if it is not what is so now; that it is on its way, or why it is not. */
export function AsOf({ of }: { of: Latest<unknown> }) {
  const [copy, trouble] = [of.copy.value, of.trouble.value];
  if (!trouble) return copy ? null : <Loading />;
  if (trouble === "offline") return <p class="soft" role="status">{copy ? t("remind-as-of", { when: atTime(copy.at) }) : t("remind-as-of-none")}</p>;
  return <Failed words={t("remind-as-of-trouble", { reason: trouble })} again={of.again} />;
}
