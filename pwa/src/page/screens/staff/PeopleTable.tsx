import { batch, useSignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Choice } from "../../components/Choice.tsx";
import { Fold } from "../../components/Fold.tsx";
import { locale } from "../../messages.ts";
import { me } from "../../state.ts";
import { CaseRow, nameOf } from "./CaseRow.tsx";
import { type Column, FILTERS, type Filter, passes, type Row, sorted } from "./caseload-rows.ts";
import { t as cases } from "./caseload-words.ts";
import { keepView, lastView, type ListView } from "./last-view.ts";
import { SavedViews } from "./SavedViews.tsx";
import { useGrowing } from "./useGrowing.ts";
import { t } from "./words.ts";

const COLUMNS: { column: Column; words: string }[] = [
  { column: "name", words: t("staff-name") },
  { column: "order", words: cases("case-why") },
  { column: "check-in", words: cases("case-last-check-in") },
  { column: "last-heard", words: t("staff-last-heard") },
];

/** As in people.css: below that the choices stand above one person after the other, and would push the list out of sight. */
const WIDE = "(min-width: 42.01em)";

/** Everybody of the service, whose turn it is first: narrowed by a name and in words, sorted by any column. */
export function PeopleTable({ rows, again }: { rows: Row[]; again: (person: Row) => unknown }) {
  const find = useSignal("");
  const seen = useRef(lastView()).current;
  const filter = useSignal<Filter>(seen.filter);
  const by = useSignal(seen.by);
  const mine = me.value?.person;
  const wanted = find.value.trim().toLocaleLowerCase(locale);
  const named = rows.filter((row) => nameOf(row).toLocaleLowerCase(locale).includes(wanted));
  const shown = sorted(named.filter((row) => passes(row, filter.value, mine)), by.value.column, by.value.up);
  const drawn = useGrowing(shown.length);
  const counted = (each: Filter) => cases("case-show-count", { words: cases("case-show", { filter: each }), count: named.filter((row) => passes(row, each, mine)).length });
  useSignalEffect(() => keepView({ filter: filter.value, by: by.value }));
  const sortBy = (column: Column) => () => {
    by.value = { column, up: by.value.column === column ? !by.value.up : column === "name" || column === "order" };
  };
  const choose = (view: ListView) => batch(() => {
    filter.value = view.filter;
    by.value = view.by;
    find.value = "";
  });
  return (
    <>
      <p>{t("staff-people-count", { count: rows.length })}. <span class="soft">{t("staff-people-what")}</span></p>
      <div class="field">
        <label for="staff-find">{t("staff-find")}</label>
        <input id="staff-find" class="input" type="search" autocomplete="off" value={find.value} onInput={(event) => (find.value = event.currentTarget.value)} />
      </div>
      <SavedViews now={{ filter: filter.value, by: by.value }} choose={choose} />
      <Fold words={cases("case-filter-chosen", { chosen: counted(filter.value) })} open={matchMedia(WIDE).matches}>
        <fieldset class="field case-filter">
          <legend class="heard">{cases("case-filter")}</legend>
          <div class="choices">
            {FILTERS.map((each) => (
              <Choice key={each} kind="radio" name="case-filter" value={each} chosen={filter.value === each} choose={() => (filter.value = each)}>
                {counted(each)}
              </Choice>
            ))}
          </div>
        </fieldset>
      </Fold>
      {shown.length === 0 && <p role="status">{wanted && !named.length ? t("staff-find-none", { text: find.value }) : cases("case-none", { filter: filter.value })}</p>}
      {shown.length > 0 && (
        <table class="people">
          <thead>
            <tr>
              {COLUMNS.map(({ column, words }) => (
                <th key={column} scope="col" aria-sort={by.value.column === column ? (by.value.up ? "ascending" : "descending") : undefined}>
                  <button type="button" class="sort" onClick={sortBy(column)}>
                    {words}
                    <span aria-hidden="true">{by.value.column === column ? (by.value.up ? " ↑" : " ↓") : ""}</span>
                  </button>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody onKeyDown={rowByRow}>{shown.slice(0, drawn).map((row) => <CaseRow key={row.person} row={row} again={again} />)}</tbody>
        </table>
      )}
    </>
  );
}

/** The arrow keys go from name to name. */
function rowByRow(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (!step) return;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>(".to-person")];
  const row = (document.activeElement as HTMLElement | null)?.closest("tr");
  const next = names[names.findIndex((name) => row?.contains(name)) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
