import type { Entry } from "../../../shared/record/versions.ts";
import type { Done, Measured, Series } from "../../../shared/rules/series.ts";
import { locale } from "../../messages.ts";
import { scoreTitle, valueWords } from "../measures/sum-words.ts";
import { changeBrief, thresholdWords } from "./change-words.ts";
import { measuredOn } from "./measured-on.ts";
import type { CheckInPacks } from "./packs.ts";
import { date, t } from "./words.ts";
import "./changes-table.css";

interface ChangesTableProps {
  entries: readonly Entry[];
  enrolled: Entry<"pathway">;
  packs: CheckInPacks;
}

/** Every number of every check-in that is done, in one table for paper, with the change since the first and its sources. */
export function ChangesTable({ entries, enrolled, packs }: ChangesTableProps) {
  const { done, measured } = measuredOn(entries, enrolled, packs);
  if (!done.length) return <p>{t("checkin-results-none")}</p>;
  if (!measured.length) return <p>{t("checkin-results-no-numbers")}</p>;
  return (
    <>
      <div class="table-frame" role="region" aria-label={t("checkin-results-title")} tabIndex={0}>
        <table class="changes-table" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">{t("checkin-table-what")}</th>
              {done.map(({ title, body: { contact, on } }) => (
                <th key={contact} scope="col" role="columnheader">{title}<span class="soft small under">{date(on)}</span></th>
              ))}
              {done.length > 1 && <th scope="col" role="columnheader">{t("checkin-table-change")}</th>}
            </tr>
          </thead>
          {measured.map((each) => <Rows key={each.asked.slug} {...each} done={done} />)}
        </table>
      </div>
      <p class="soft small">{t("checkin-results-not-why")}</p>
    </>
  );
}

/** A narrow screen has the numbers of a row below each other, each behind its own heading. Then only roles say that it is a table. */
function Rows({ asked, series, done }: Measured & { done: Done[] }) {
  const columns = done.length + (done.length > 1 ? 2 : 1);
  const alone = series.length === 1;
  const called = (each: Series) => (alone ? asked.title : scoreTitle(asked, each.score, each.last));
  return (
    <tbody role="rowgroup">
      {!alone && <tr role="row"><th scope="rowgroup" role="rowheader" colSpan={columns}>{asked.title}</th></tr>}
      {series.map((each) => (
        <tr key={each.score.id} role="row">
          <th scope="row" role="rowheader" class={alone ? "" : "part"}>{called(each)}</th>
          {each.points.map(({ contact, title, value }) => (
            <td key={contact} role="cell" data-head={title}>
              {value === null ? <span class="soft">{t("checkin-table-none")}</span> : valueWords(asked, each.score, value)}
            </td>
          ))}
          {done.length > 1 && <td role="cell" data-head={t("checkin-table-change")}>{changeBrief(asked, each)}</td>}
        </tr>
      ))}
      <tr role="row"><td role="cell" class="soft small" colSpan={columns}>{sizesOf({ asked, series }, called)}</td></tr>
    </tbody>
  );
}

/** The printed sizes of change and their sources, each with what it is of where they differ; else whose the measure is. */
function sizesOf({ asked, series }: Measured, called: (each: Series) => string): string {
  const sizes = new Map<string, string[]>();
  for (const each of series.filter(({ change, score }) => change && score.change)) {
    const size = thresholdWords(each.score);
    sizes.set(size, [...(sizes.get(size) ?? []), called(each)]);
  }
  if (!sizes.size) return t("checkin-source", { source: asked.source });
  if (sizes.size === 1) return [...sizes.keys()][0]!;
  return [...sizes].map(([size, of]) => t("checkin-size-of", { of: new Intl.ListFormat(locale, { type: "unit" }).format(of), size })).join(" ");
}
