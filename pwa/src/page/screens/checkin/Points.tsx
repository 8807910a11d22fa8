import type { Questionnaire, Score } from "../../../shared/content/questionnaire-types.ts";
import type { Point } from "../../../shared/rules/series.ts";
import { chosenWords } from "../measures/sum-words.ts";
import { number } from "../measures/words.ts";
import { date, t } from "./words.ts";

interface PointsProps {
  score: Score;
  points: readonly Point[];
  /** given where an answer is one of some, which then stands in its own words */
  asked?: Questionnaire;
}

/** Each check-in and what was answered there. Big text has them below each other; then only roles say that it is a table. */
export function Points({ score, points, asked }: PointsProps) {
  return (
    <table class="first-to-last-table" role="table">
      <caption class="heard">{score.words}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t("checkin-table-when")}</th>
          <th scope="col" role="columnheader">{t(asked ? "checkin-table-answer" : "checkin-table-number")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {points.map(({ contact, title, on, value }) => (
          <tr key={contact} role="row">
            <th scope="row" role="rowheader">{title ? <>{title}<span class="soft small under">{date(on)}</span></> : date(on)}</th>
            <td role="cell">{value === null ? <span class="soft">{t("checkin-table-none")}</span> : (asked && chosenWords(asked, score, value)) ?? number(value, score.decimals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
