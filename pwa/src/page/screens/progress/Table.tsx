import type { PainWeek, Week } from "../../../shared/rules/progress.ts";
import { rounded } from "./range.ts";
import { shortDate } from "./short-date.ts";
import { t } from "./words.ts";

/** The numbers of the chart, newest week first. */
export function Table({ weeks }: { weeks: Week[] }) {
  return (
    <section>
      <h2 id="progress-table">{t("progress-table")}</h2>
      <p class="small soft">{t("progress-table-how")}</p>
      <div class="table-frame" role="region" aria-labelledby="progress-table" tabIndex={0}>
        <table class="progress-table">
          <thead>
            <tr>
              {["week", "pain", "exercise", "bad"].map((column) => (
                <th key={column} scope="col">{t(`progress-table-${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>{weeks.toReversed().map((week) => <Row key={week.monday} week={week} />)}</tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ week: { monday, pain, exercise, bad_days } }: { week: Week }) {
  return (
    <tr>
      <th scope="row">{shortDate(monday)}</th>
      <td>{pain ? <Pain {...pain} /> : <span class="soft">{t("progress-nothing-written")}</span>}</td>
      <td>{exercise ? exercise.days : <span class="soft">{t("progress-nothing-written")}</span>}</td>
      <td>{bad_days}</td>
    </tr>
  );
}

function Pain({ mean, min, max }: PainWeek) {
  return (
    <>
      {rounded(mean)}
      {min < max && <span class="soft under">{t("progress-range-of", { low: min, high: max })}</span>}
    </>
  );
}
