import type { Week } from "../../../shared/rules/progress.ts";
import { rounded } from "./range.ts";
import { shortDate } from "./short-date.ts";
import { t } from "./words.ts";

/** The numbers of the chart, newest week first. */
export function Table({ weeks }: { weeks: Week[] }) {
  return (
    <section aria-labelledby="progress-table">
      <h2 id="progress-table">{t("progress-table")}</h2>
      <div class="table-frame" role="region" aria-labelledby="progress-table" tabIndex={0}>
        <table class="progress-table">
          <thead>
            <tr>
              {["week", "pain", "range", "exercise", "bad"].map((column) => (
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
      {pain
        ? <><td>{rounded(pain.mean)}</td><td>{pain.min === pain.max ? pain.min : t("progress-range-of", { low: pain.min, high: pain.max })}</td></>
        : <td colSpan={2} class="soft">{t("progress-nothing-written")}</td>}
      <td>{exercise ? exercise.days : <span class="soft">{t("progress-nothing-written")}</span>}</td>
      <td>{bad_days}</td>
    </tr>
  );
}
