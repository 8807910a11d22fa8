import { useSignal } from "@preact/signals";
import type { Day } from "../../../../shared/dates.ts";
import { dayWords } from "../../../../shared/datewords.ts";
import { announce } from "../../../announce.ts";
import { Button } from "../../../components/Button.tsx";
import { Fold } from "../../../components/Fold.tsx";
import { locale } from "../../../messages.ts";
import { Picked } from "../fields.tsx";
import { t } from "../words.ts";

/** As many as the server takes. */
const MOST = 60;

/** Days on which it is not on, such as holidays. */
export function NotOn({ days, first, change }: { days: Day[]; first: string; change: (days: Day[]) => void }) {
  const day = useSignal("");
  const add = () => {
    if (!day.value || days.includes(day.value)) return;
    change([...days, day.value].toSorted());
    announce(t("publish-not-on-added", { day: dayWords(day.value, locale) }));
    day.value = "";
  };
  return (
    <Fold words={t("publish-not-on", { count: days.length })} open={days.length > 0}>
      <ul class="rows">
        {days.map((each) => (
          <li key={each} class="row">
            <span class="grow what">{dayWords(each, locale)}</span>
            <Button kind="plain" label={t("publish-not-on-remove", { day: dayWords(each, locale) })} press={() => change(days.filter((one) => one !== each))}>
              {t("publish-remove")}
            </Button>
          </li>
        ))}
      </ul>
      {days.length < MOST && (
        <>
          <Picked type="date" question={t("publish-not-on-day")} value={day.value} min={first} change={(said) => (day.value = said)} />
          <Button kind="quiet" press={add}>{t("publish-not-on-add")}</Button>
        </>
      )}
    </Fold>
  );
}
