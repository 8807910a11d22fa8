import { useSignal } from "@preact/signals";
import { addDays, type Day } from "../../../shared/dates.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { DayField } from "./DayField.tsx";
import { backHere, dayWords, t } from "./words.ts";
import { changeWishes, isResting, wished } from "./wishes.ts";

const NEAR: readonly [name: string, days: number][] = [["tomorrow", 1], ["week", 7], ["two-weeks", 14]];
const LONGEST_DAYS = 365;

/** A break: nothing is told on the days before it ends, but for changes of a session that is booked. */
export function Break() {
  const until = wished.value!.body.paused_until;
  const resting = isResting(until, today.value);
  const day = useSignal<Day>(resting ? until : addDays(today.value, 7));
  const another = useSignal(resting && !NEAR.some(([, days]) => addDays(today.value, days) === until));
  const wrong = useSignal(false);
  const saving = useSaving();
  const keep = async (paused_until: Day | null, said: string) => {
    if (await saving.try(() => changeWishes({ paused_until }, said))) go(backHere.to);
  };
  const start = () => {
    wrong.value = !(day.value > today.value && day.value <= addDays(today.value, LONGEST_DAYS));
    return wrong.value ? undefined : keep(day.value, t("remind-break-on", { day: dayWords(day.value) }));
  };
  return (
    <Page title={t("remind-break")} back={backHere}>
      {resting && <p>{t("remind-break-on", { day: dayWords(until) })}</p>}
      <p>{t("remind-break-still")}</p>
      <fieldset>
        <legend class="question">{t("remind-break-which")}</legend>
        <div class="choices">
          {NEAR.map(([name, days]) => {
            const then = addDays(today.value, days);
            const choose = () => {
              another.value = wrong.value = false;
              day.value = then;
            };
            return <Choice key={name} kind="radio" name="until" value={name} chosen={!another.value && day.value === then} choose={choose}>{t(`remind-break-${name}`)}</Choice>;
          })}
          <Choice kind="radio" name="until" value="another" chosen={another.value} choose={() => (another.value = true)}>{t("remind-break-other")}</Choice>
        </div>
      </fieldset>
      {another.value && (
        <DayField words={t("remind-break-day")} wrong={wrong.value ? t("remind-break-wrong") : ""} value={day.value} from={addDays(today.value, 1)} to={addDays(today.value, LONGEST_DAYS)} change={(then) => (day.value = then)} />
      )}
      <saving.Trouble />
      <div class="thumb">
        <Button press={start}>{t("remind-break-start")}</Button>
        {resting && <Button kind="quiet" press={() => keep(null, t("remind-break-ended"))}>{t("remind-break-end")}</Button>}
      </div>
    </Page>
  );
}
