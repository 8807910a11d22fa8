import { WEEKDAYS } from "../../../shared/dates.ts";
import { timeWords, weekdayWords } from "../../../shared/datewords.ts";
import type { Plan } from "../../../shared/record/kinds.ts";
import { Button } from "../../components/Button.tsx";
import { locale } from "../../messages.ts";
import { t } from "./words.ts";

/** The seven days and their times, in words. */
export function Week({ plan, change }: { plan: Plan; change: () => void }) {
  const and = new Intl.ListFormat(locale);
  return (
    <section>
      <h2>{t("plan-week")}</h2>
      <dl class="pairs week">
        {WEEKDAYS.map((weekday) => {
          const times = plan.days[weekday] ?? [];
          return (
            <div class="week-row" key={weekday}>
              <dt>{weekdayWords(weekday, locale)}</dt>
              <dd class={times.length ? "" : "soft"}>
                {times.length ? and.format(times.map((time) => timeWords(time))) : t("plan-day-off")}
              </dd>
            </div>
          );
        })}
      </dl>
      <Button kind="quiet" press={change}>{t("plan-change-days")}</Button>
    </section>
  );
}
