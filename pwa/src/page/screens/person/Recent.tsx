import { firstDay, type Week } from "../../../shared/rules/progress.ts";
import { Chart, type ChartColumn } from "../../components/Chart.tsx";
import { ChartKeyShape } from "../../components/ChartShape.tsx";
import { Empty } from "../../components/States.tsx";
import { programme, today } from "../../state.ts";
import { weeksShown } from "../progress/range.ts";
import { shortDate } from "../progress/short-date.ts";
import { t as progress } from "../progress/words.ts";
import type { Opened } from "./opening.ts";
import { saysOf, WEEKS } from "./weeks-words.ts";
import { nameOf, t } from "./words.ts";
import "../progress/progress.css";

/** The last weeks as a picture with its sentence: what was written down, and no verdict on it. */
export function Recent({ record }: { record: Opened }) {
  if (!record.scopes.some((scope) => scope === "pain" || scope === "exercise")) return null;
  const called = nameOf(record.called);
  return (
    <section>
      <h2>{t("person-recent")}</h2>
      {firstDay(record.entries) === null
        ? <Empty><p>{t("person-nothing", { called })}</p></Empty>
        : <Weeks weeks={weeksShown(record.entries, WEEKS, today.value)} record={record} />}
    </section>
  );
}

function Weeks({ weeks, record }: { weeks: Week[]; record: Opened }) {
  const says = saysOf(weeks, record.scopes);
  const bands = programme.value?.ladder;
  return (
    <>
      <p>{says}</p>
      {bands && (
        <>
          <Chart
            columns={weeks.map(columnOf)} bands={bands} says={says}
            painTitle={progress("progress-chart-pain")} exerciseTitle={progress("progress-chart-exercise")}
          />
          <ul class="chart-key small">
            <li><ChartKeyShape band="low" /> {progress("progress-band-low", { from: 0, to: bands.go_max })}</li>
            <li><ChartKeyShape band="middle" /> {progress("progress-band-middle", { from: bands.go_max + 1, to: bands.caution_max })}</li>
            <li><ChartKeyShape band="high" /> {progress("progress-band-high", { from: bands.caution_max + 1, to: 10 })}</li>
          </ul>
          <p class="small soft">{t("person-key")}</p>
        </>
      )}
    </>
  );
}

const columnOf = ({ monday, pain, exercise }: Week): ChartColumn => ({
  label: shortDate(monday),
  pain: pain && { average: pain.mean, low: pain.min, high: pain.max },
  exercised: exercise?.days ?? 0,
  of: 7,
});
