import type { Weekday } from "../../../shared/dates.ts";
import { weekdayWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { locale } from "../../messages.ts";
import { t } from "./words.ts";

const MOST_TIMES = 4;

interface DayTimesProps {
  day: Weekday;
  /** "" is a time that has not been filled in yet. */
  times: string[];
  usual: string[];
  change: (times: string[]) => void;
}

/** One weekday: on or off, and when on its times, by the phone's own time control. */
export function DayTimes({ day, times, usual, change }: DayTimesProps) {
  const name = weekdayWords(day, locale);
  const at = (index: number, time: string) => times.map((each, other) => (other === index ? time : each));
  return (
    <fieldset class="week-day">
      <legend class="heard">{name}</legend>
      <Choice kind="checkbox" name={day} value="on" chosen={times.length > 0} choose={(on) => change(on ? usual : [])}>
        {name}
      </Choice>
      {times.length > 0 && (
        <div class="week-times">
          {times.map((time, index) => (
            <div class="week-time" key={index}>
              <div class="field">
                <label class="small" for={`${day}-${index}`}>
                  {times.length === 1 ? t("plan-time-of", { day: name }) : t("plan-time-of-numbered", { number: index + 1, day: name })}
                </label>
                <input
                  id={`${day}-${index}`} class="input" type="time" value={time}
                  onChange={(event) => change(at(index, event.currentTarget.value))}
                />
              </div>
              {times.length > 1 && (
                <Button kind="quiet" label={t("plan-remove-time-of", { number: index + 1, day: name })} press={() => change(times.toSpliced(index, 1))}>
                  {t("plan-remove-time")}
                </Button>
              )}
            </div>
          ))}
          {times.length < MOST_TIMES && (
            <div>
              <Button kind="plain" label={t("plan-add-time-of", { day: name })} press={() => change([...times, ""])}>
                {t("plan-add-time")}
              </Button>
            </div>
          )}
        </div>
      )}
    </fieldset>
  );
}
