import { badDayPlans } from "../../../shared/rules/goals.ts";
import { entries } from "../../state.ts";
import { t } from "./words.ts";
import "./goals.css";

/** What was agreed for a bad day, in the person's own words. */
export default function BadDayPlan() {
  const plans = badDayPlans(entries.value);
  if (!plans.length) return null;
  return (
    <section class="goal bad-day-plan">
      <h2>{t("goals-bad-day-plan")}</h2>
      {plans.map(({ id, body }) => <p key={id}>{body.bad_day}</p>)}
    </section>
  );
}
