import { useSignal } from "@preact/signals";
import { type Weekday, WEEKDAYS } from "../../../shared/dates.ts";
import { weekdayWords } from "../../../shared/datewords.ts";
import { placeOf } from "../../../shared/reminders/wishes.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { locale } from "../../messages.ts";
import { go } from "../../router.ts";
import { TimeField } from "./TimeField.tsx";
import { backHere, t } from "./words.ts";
import { changeWishes, wished } from "./wishes.ts";

const USUAL_WEEK: { day: Weekday; time: string } = { day: "sun", time: "18:00" };
const USUAL_QUIET = { from: "21:00", to: "08:00" };

/** Quiet hours, and when the weekly question comes. */
export function When() {
  const { week: weekly, quiet: hours, zone } = wished.value!.body;
  const week = useSignal(weekly ?? null);
  const quiet = useSignal(hours ?? null);
  const wrong = useSignal<string | null>(null);
  const saving = useSaving();
  /** Which of the times is missing, beside it: the words where it is saved do not say which. */
  const missing = (time: string) => (wrong.value !== null && !time ? t("remind-time-needed") : "");
  const save = async () => {
    wrong.value = fault(week.value, quiet.value);
    if (wrong.value) return;
    if (await saving.try(() => changeWishes({ week: week.value, quiet: quiet.value }))) go(backHere.to);
  };
  return (
    <Page title={t("remind-when")} back={backHere}>
      <p>{t("remind-exercise-times")} <a href="/plan">{t("remind-to-plan")}</a></p>
      <fieldset>
        <legend class="question">{t("remind-quiet-hours")}<span class="hint">{t("remind-quiet-hint")}</span></legend>
        <div class="choices">
          <Choice kind="checkbox" name="quiet" value="on" chosen={quiet.value !== null} choose={(on) => (quiet.value = on ? USUAL_QUIET : null)}>{t("remind-quiet-on")}</Choice>
        </div>
        {quiet.value && (
          <div class="remind-times">
            <TimeField words={t("remind-quiet-from")} value={quiet.value.from} wrong={missing(quiet.value.from)} change={(from) => (quiet.value = { ...quiet.value!, from })} />
            <TimeField words={t("remind-quiet-to")} value={quiet.value.to} wrong={missing(quiet.value.to)} change={(to) => (quiet.value = { ...quiet.value!, to })} />
          </div>
        )}
      </fieldset>
      <fieldset>
        <legend class="question">{t("remind-week")}</legend>
        <div class="choices">
          <Choice kind="checkbox" name="week" value="on" chosen={week.value !== null} choose={(on) => (week.value = on ? USUAL_WEEK : null)}>{t("remind-week-on")}</Choice>
        </div>
        {week.value && (
          <div class="remind-times">
            <div class="field">
              <label for="week-day">{t("remind-week-day")}</label>
              <select id="week-day" class="input" value={week.value.day} onChange={(event) => (week.value = { ...week.value!, day: event.currentTarget.value as Weekday })}>
                {WEEKDAYS.map((day) => <option key={day} value={day}>{weekdayWords(day, locale)}</option>)}
              </select>
            </div>
            <TimeField words={t("remind-week-time")} value={week.value.time} wrong={missing(week.value.time)} change={(time) => (week.value = { ...week.value!, time })} />
          </div>
        )}
      </fieldset>
      <p class="soft">{t("remind-zone", { place: placeOf(zone) })}</p>
      <saving.Trouble />
      <div class="thumb">
        {wrong.value && <p class="wrong-words remind-wrong" role="alert">{wrong.value}</p>}
        <Button press={save}>{t("remind-save")}</Button>
      </div>
    </Page>
  );
}

function fault(week: { time: string } | null, quiet: { from: string; to: string } | null): string | null {
  if ([week?.time, quiet?.from, quiet?.to].includes("")) return t("remind-time-needed");
  return quiet && quiet.from === quiet.to ? t("remind-times-same") : null;
}
