import type { PainWeek, Week } from "../../../shared/rules/progress.ts";
import { rounded } from "./range.ts";
import { shortDate } from "./short-date.ts";
import { t } from "./words.ts";

const COLUMNS = ["week", "pain", "exercise", "bad"] as const;

/** The numbers of the chart, newest week first. */
export function Table({ weeks }: { weeks: Week[] }) {
  return (
    <section>
      <h2 id="progress-table">{t("progress-table")}</h2>
      <p class="small soft">{t("progress-table-how")}</p>
      <div class="table-frame" role="region" aria-labelledby="progress-table" tabIndex={0}>
        <table class="progress-table" role="table">
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th key={column} scope="col" role="columnheader">{t(`progress-table-${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">{weeks.toReversed().map((week) => <Row key={week.monday} week={week} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ week: { monday, pain, exercise, bad_days } }: { week: Week }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">{shortDate(monday)}</th>
      <td {...cell("pain")}>{pain ? <Pain {...pain} /> : <span class="soft">{t("progress-nothing-written")}</span>}</td>
      <td {...cell("exercise")}>{exercise ? exercise.days : <span class="soft">{t("progress-nothing-written")}</span>}</td>
      <td {...cell("bad")}>{bad_days}</td>
    </tr>
  );
}

/** Big text has a small screen's weeks below each other, each number behind its own heading. Then only roles say that it is a table. */
const cell = (column: typeof COLUMNS[number]) => ({ role: "cell", "data-head": t(`progress-table-${column}`) }) as const;

function Pain({ mean, min, max }: PainWeek) {
  return (
    <>
      {rounded(mean)}
      {min < max && <span class="soft under">{t("progress-range-of", { low: min, high: max })}</span>}
    </>
  );
}
