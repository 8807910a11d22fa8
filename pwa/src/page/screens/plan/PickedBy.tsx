import { dateWords } from "../../../shared/datewords.ts";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { madeAt } from "../../../shared/ids.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { lastPicked } from "../../../shared/rules/choosing.ts";
import { locale } from "../../messages.ts";
import { nameFor } from "../../others.ts";
import { me } from "../../state.ts";
import { t } from "./programme-words.ts";

/** Who last changed which exercises are in the plan, and when: from its history. Nothing, if nobody did. */
export function PickedBy({ plan }: { plan: Entry<"plan"> }) {
  const version = lastPicked(plan);
  if (!version) return null;
  const date = dateWords(dayOf(localTime(madeAt(version.id), phoneClock.zone())), locale);
  if (version.by === null || version.by === me.value?.person) return <p class="soft">{t("pick-changed-by-you", { date })}</p>;
  return <p class="soft">{t("pick-changed-by", { called: nameFor(version.by) ?? t("pick-somebody"), date })}</p>;
}
