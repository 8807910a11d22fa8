import { useSignal } from "@preact/signals";
import { addDays } from "../../../shared/dates.ts";
import { dateWords } from "../../../shared/datewords.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { isPaused } from "../../../shared/rules/today.ts";
import { pausedFrom, resumed } from "../../../shared/rules/week.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { locale } from "../../messages.ts";
import { today } from "../../state.ts";
import { changePlan } from "./change-plan.ts";
import { t } from "./words.ts";

/** A break: said at the top of the plan while it lasts, offered at the end of it otherwise. */
export function Pause({ plan, place }: { plan: Entry<"plan">; place: "top" | "end" }) {
  const paused = isPaused(plan.body, today.value);
  if (paused !== (place === "top")) return null;
  return paused ? <Paused plan={plan} /> : <Break plan={plan} />;
}

function Paused({ plan }: { plan: Entry<"plan"> }) {
  const saving = useSaving();
  const until = plan.body.paused?.until;
  const carryOn = () => saving.try(() => changePlan(plan, resumed(plan.body), t("plan-saved-carried-on")));
  return (
    <Notice kind="warm">
      <p>{until ? t("plan-paused-until", { date: dateWords(addDays(until, 1), locale) }) : t("plan-paused-open")}</p>
      <saving.Trouble />
      <Button press={carryOn}>{t("plan-carry-on")}</Button>
    </Notice>
  );
}

function Break({ plan }: { plan: Entry<"plan"> }) {
  const saving = useSaving();
  const again = useSignal("");
  const past = again.value !== "" && again.value <= today.value;
  const pause = async () => {
    if (past) return document.getElementById("pause-until")?.focus();
    const until = again.value ? addDays(again.value, -1) : null;
    await saving.try(() => changePlan(plan, pausedFrom(plan.body, today.value, until), t("plan-saved-paused")));
  };
  return (
    <Fold words={t("plan-pause-title")}>
      <p>{t("plan-pause-why")}</p>
      <div class={past ? "field wrong" : "field"}>
        <label for="pause-until">{t("plan-pause-until")}</label>
        <span class="hint" id="pause-hint">{t("plan-pause-until-hint")}</span>
        {past && <span class="wrong-words" role="alert">{t("plan-pause-past")}</span>}
        <input
          id="pause-until" class="input" type="date" min={addDays(today.value, 1)} aria-describedby="pause-hint"
          value={again.value} onInput={(event) => (again.value = event.currentTarget.value)}
        />
      </div>
      <saving.Trouble />
      <Button kind="quiet" press={pause}>{t("plan-pause")}</Button>
    </Fold>
  );
}
