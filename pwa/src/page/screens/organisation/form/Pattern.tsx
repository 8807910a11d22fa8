import { coming } from "../../../../shared/listings/coming.ts";
import { WEEKDAYS } from "../../../../shared/dates.ts";
import { weekdayWords } from "../../../../shared/datewords.ts";
import { locale } from "../../../messages.ts";
import { patternWords, whenWords } from "../../near/say.ts";
import { OneOf, Picked, SomeOf } from "../fields.tsx";
import { t } from "../words.ts";
import type { RunsDraft } from "./draft.ts";
import { NotOn } from "./NotOn.tsx";
import { patternOf } from "./preview.ts";
import { runsIn, withFirst } from "./said.ts";

interface PatternProps {
  runs: RunsDraft;
  change: (runs: RunsDraft) => void;
  wrong: (field: string) => string | undefined;
}

const OFTEN = ["week-1", "week-2", "month-1", "once-1"];

/** When it runs, and at once what that makes in words, with its next dates. */
export function Pattern({ runs, change, wrong }: PatternProps) {
  const { every, interval, first, start, end, days, weeks, last, not_on } = runs;
  const set = (changes: Partial<RunsDraft>) => change({ ...runs, ...changes });
  const often = every && `${every}-${interval}`;
  const chooseOften = (chosen: string) => {
    const [each, number] = chosen.split("-");
    set({ every: each as RunsDraft["every"], interval: Number(number) });
  };
  const choices = often && !OFTEN.includes(often) ? [...OFTEN, often] : OFTEN;
  return (
    <>
      <OneOf question={t("publish-often")} wrong={wrong("every")} of={choices.map((each) => [each, oftenWords(each)] as const)} value={often} choose={chooseOften} />
      <Picked
        type="date" question={t(every === "once" ? "publish-day" : "publish-first")} hint={every === "once" ? undefined : t("publish-first-hint")} value={first}
        wrong={wrong("first")} change={(day) => change(withFirst(runs, day))}
      />
      <div class="publish-times">
        <Picked type="time" question={t("publish-start")} value={start} wrong={wrong("start")} change={(start) => set({ start })} />
        <Picked type="time" question={t("publish-end")} value={end} wrong={wrong("end")} change={(end) => set({ end })} />
      </div>
      {every === "month" && (
        <SomeOf
          question={t("publish-weeks")} wrong={wrong("weeks")} of={[1, 2, 3, 4, -1].map((week) => [week, t("publish-week", { week })] as const)}
          value={weeks} choose={(weeks) => set({ weeks })}
        />
      )}
      {(every === "week" || every === "month") && (
        <>
          <SomeOf
            question={t("publish-days")} wrong={wrong("days")} of={WEEKDAYS.map((day) => [day, weekdayWords(day, locale)] as const)}
            value={days} choose={(days) => set({ days })}
          />
          <Picked type="date" question={t("publish-last")} hint={t("publish-last-hint")} value={last} wrong={wrong("last")} min={first} change={(last) => set({ last })} />
          <NotOn days={not_on} first={first} change={(not_on) => set({ not_on })} />
        </>
      )}
      <Sum runs={runs} />
    </>
  );
}

function oftenWords(often: string): string {
  const [each, interval] = often.split("-");
  return each === "once" ? t("publish-often-once") : t(`publish-often-${each}`, { interval: Number(interval) });
}

/** A mistake shows in the dates before it does on the day. */
function Sum({ runs }: { runs: RunsDraft }) {
  if (!runs.every || !runs.first || !runs.start || !(runs.end > runs.start)) return null;
  const said = runsIn(runs);
  const now = new Date();
  const dates = coming([said], now, 4);
  return (
    <div class="notice" role="status">
      <p><strong>{patternWords(patternOf(said))}</strong></p>
      {dates.length === 0 ? <p>{t("publish-sum-none")}</p> : <ul class="near-dates">{dates.map((date) => <li key={date.id}>{whenWords(date, now)}</li>)}</ul>}
    </div>
  );
}
