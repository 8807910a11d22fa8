import { useSignal } from "@preact/signals";
import { type Weekday, WEEKDAYS } from "../../../shared/dates.ts";
import type { Plan } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { withTimes } from "../../../shared/rules/week.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { useDraft } from "../../draft.ts";
import { changePlan } from "./change-plan.ts";
import { DayTimes } from "./DayTimes.tsx";
import { useOvertaken } from "./overtaken.ts";
import { t } from "./words.ts";
import { useHeading } from "../exercise/useHeading.ts";
import { weekdayWords } from "../../../shared/datewords.ts";
import { locale } from "../../messages.ts";

export type Days = { [day in Weekday]?: string[] };

/** Times of day a weekday begins with when it is switched on: those of the first day that has any. */
const usualTimes = (days: Days): string[] => WEEKDAYS.map((day) => days[day]).find((times) => times?.length) ?? ["10:00"];

interface Form {
  days: Days;
  /** the version of the plan that it was begun from */
  from: string;
}

/** Changing days and times. The form is kept on the phone until it is saved or put back, or the plan has become another. */
export function DaysForm({ plan, close }: { plan: Entry<"plan">; close: () => void }) {
  const draft = useDraft<Form>(`plan ${plan.body.programme}`, 2, () => ({ days: plan.body.days, from: plan.head.id }));
  const saving = useSaving();
  const overtaken = useOvertaken(draft, plan, t("plan-days-overtaken"));
  const wrong = useSignal<string | null>(null);
  useHeading(draft.value.value ? "form" : "reading");
  if (!draft.value.value) return null;
  const { days } = draft.value.value;
  const cancel = async () => {
    await draft.done();
    close();
  };
  const save = async () => {
    wrong.value = fault(days);
    if (wrong.value) return;
    overtaken.saving.current = true;
    const saved = await saving.try(() => changePlan(plan, withDays(plan.body, days), t("plan-saved-days")));
    overtaken.saving.current = saved;
    if (!saved) return;
    await draft.done();
    close();
  };
  return (
    <Page title={t("plan-days-title")}>
      {overtaken.said.value && <Notice kind="warm"><p>{t("plan-days-overtaken")}</p></Notice>}
      {draft.restored.value && (
        <Notice>
          <p>{t("plan-draft")}</p>
          <Button kind="plain" press={draft.startAgain}>{t("plan-draft-clear")}</Button>
        </Notice>
      )}
      <p>{t("plan-days-hint")}</p>
      {WEEKDAYS.map((day) => (
        <DayTimes
          key={day} day={day} times={days[day] ?? []} usual={usualTimes(days)}
          change={(times) => {
            wrong.value = null;
            draft.change({ days: { ...days, [day]: times } });
          }}
        />
      ))}
      <saving.Trouble />
      <div class="thumb">
        {wrong.value && <p class="wrong-words wide-words" role="alert">{wrong.value}</p>}
        <Button press={save}>{t("plan-save")}</Button>
        <Button kind="quiet" press={cancel}>{t("plan-cancel")}</Button>
      </div>
    </Page>
  );
}

/** What keeps these days from being saved, in words; null when nothing does. */
function fault(days: Days): string | null {
  const empty = WEEKDAYS.find((day) => days[day]?.some((time) => !time));
  if (empty) return t("plan-time-missing", { day: weekdayWords(empty, locale) });
  return WEEKDAYS.some((day) => days[day]?.length) ? null : t("plan-days-none");
}

/** The plan with the form's times on each weekday. */
const withDays = (plan: Plan, days: Days): Plan => WEEKDAYS.reduce((changed, day) => withTimes(changed, day, days[day] ?? []), plan);
