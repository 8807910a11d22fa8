import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { locale } from "../../messages.ts";
import { pathwayName, variantName } from "../../named.ts";
import type { Row } from "./caseload-rows.ts";
import { t as cases, whySentences } from "./caseload-words.ts";
import { t } from "./words.ts";

/** One person: who, why they are here in sentences, and when they were last there. */
export function CaseRow({ row, again }: { row: Row; again: (person: Row) => unknown }) {
  const called = nameOf(row);
  const on = row.line?.last_check_in;
  return (
    <tr>
      <th scope="row"><a class="to-person" href={`/person/${row.person}`}>{called}</a></th>
      <td>
        {whySentences(row).map((words, index) => <span key={index} class="why">{words}</span>)}
        {row.line?.support?.called && <span class="why soft small">{cases("case-support-by", { called: row.line.support.called })}</span>}
        {row.line?.pathway && <span class="why soft small">{pathwayWords(row.line.pathway, row.line.variant)}</span>}
      </td>
      <td>
        {row.line && <><span class="cell-label" aria-hidden="true">{cases("case-last-check-in")}</span> {on ? dateWords(on, locale) : cases("case-no-check-in")}</>}
      </td>
      <td>
        <span class="cell-label" aria-hidden="true">{t("staff-last-heard")}</span>{" "}
        {row.last_heard_at ? dateOf(row.last_heard_at) : t("staff-never")}
      </td>
      <td>
        <Button kind="quiet" label={t("staff-make-again-of", { called })} press={() => again(row)}>{t("staff-make-again")}</Button>
      </td>
    </tr>
  );
}

export const nameOf = ({ called }: Pick<Row, "called">): string => called ?? t("staff-no-name");

const pathwayWords = (pathway: string, variant: string | null): string =>
  [pathwayName(pathway), variant && variantName(pathway, variant)].filter(Boolean).join(", ");

const dateOf = (instant: string): string => dateWords(dayOf(localTime(new Date(instant), phoneClock.zone())), locale);
