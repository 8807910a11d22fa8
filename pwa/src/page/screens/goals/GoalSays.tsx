import type { ComponentChildren } from "preact";
import { dayWords } from "../../../shared/datewords.ts";
import type { Goal } from "../../../shared/record/kinds.ts";
import { locale } from "../../messages.ts";
import { t } from "./words.ts";

/** All that a goal says beside its own words, as pairs; what was left out is not there. */
export function GoalSays({ goal }: { goal: Goal }) {
  const { matters, importance, action, coping, bad_day, review_on, reviewed, helped, status } = goal;
  return (
    <dl class="pairs goal-says">
      <Pair name="matters">{matters}</Pair>
      <Pair name="importance">{scored(importance)}</Pair>
      <Pair name="what">{action?.what}</Pair>
      <Pair name="when">{action?.when}</Pair>
      <Pair name="where">{action?.where}</Pair>
      <Pair name="sure">{scored(action?.confidence ?? null)}</Pair>
      <Pair name="coping">{coping.length > 0 && coping.map((each, index) => <p key={index}>{t("goals-said-coping-one", { ...each })}</p>)}</Pair>
      <Pair name="bad-day">{bad_day}</Pair>
      <Pair name="reviewed">{reviewed && t("goals-said-reviewed-went", { day: dayWords(reviewed.on, locale), went: reviewed.went })}</Pair>
      <Pair name="helped">{helped}</Pair>
      <Pair name="review">{status === "active" && (review_on ? dayWords(review_on, locale) : t("goals-no-day"))}</Pair>
    </dl>
  );
}

const scored = (score: number | null): string | null => (score === null ? null : t("goals-out-of-ten", { score: String(score) }));

function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  if (!children) return null;
  return (
    <>
      <dt>{t(`goals-said-${name}`)}</dt>
      <dd>{children}</dd>
    </>
  );
}
