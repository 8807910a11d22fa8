import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Answer } from "../../../shared/api/client.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { Notice } from "../../components/Notice.tsx";
import { t } from "./words.ts";

type Table = Answer<"GET /api/reports">["quarters"][number]["tables"][number];
type Line = Table["splits"][number]["lines"][number];
type Count = number | "*";

/** Splits that are no splits of people, and always shown. */
const ALWAYS: readonly string[] = ["organisation", "outcome"];

/** One table: everybody in the first row, then the categories of a split. A heading opens what its figure means. */
export function FigureTable({ table, by }: { table: Table; by: string }) {
  const id = useId();
  const opened = useSignal("");
  const split = table.splits.find(({ name }) => name === by || ALWAYS.includes(name));
  const columns = [...table.figures, ...table.averages].map((each) => each.name);
  return (
    <section>
      <h2 id={id}>{t(`report-table-${table.name}`)}</h2>
      <div id={`${id}-means`} role="status">
        {opened.value && <Notice title={t(`report-${opened.value}`)}><p>{t(`report-means-${opened.value}`)}</p></Notice>}
      </div>
      <div class="figure-frame" role="region" aria-labelledby={id} tabIndex={0}>
        <table class="figure-table" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">{split ? t(`report-split-${split.name}`) : <span class="heard">{t("reports-column-category")}</span>}</th>
              {columns.map((name) => (
                <th key={name} scope="col" role="columnheader">
                  <button
                    type="button" class="figure-name" aria-expanded={opened.value === name} aria-controls={`${id}-means`}
                    onClick={() => (opened.value = opened.value === name ? "" : name)}
                  >
                    {t(`report-${name}`)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            <Everybody table={table} />
            {split?.lines.map((line) => <Category key={line.category} table={table} split={split.name} line={line} />)}
          </tbody>
        </table>
      </div>
      {table.organisations !== null && <p>{t("report-organisations")}: {table.organisations}</p>}
    </section>
  );
}

function Everybody({ table }: { table: Table }) {
  return (
    <tr class="everybody" role="row">
      <th scope="row" role="rowheader">{t("report-all")}</th>
      {table.figures.map(({ name, told, ready_on }) => (
        <td key={name} {...headed(name)}>{told ? <Cell {...told} /> : <span class="soft small">{t("report-ready-on", { date: dateWords(ready_on) })}</span>}</td>
      ))}
      {table.averages.map(({ name, told }) => <td key={name} {...headed(name)}><Average value={told} /></td>)}
    </tr>
  );
}

function Category({ table, split, line }: { table: Table; split: string; line: Line }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">{line.called ?? t(`report-${split}-${line.category.replace("+", "-up")}`)}</th>
      {line.cells.map((cell, at) => (
        <td key={table.figures[at]!.name} {...headed(table.figures[at]!.name)}>
          {cell ? <Cell {...cell} /> : table.figures[at]!.told && <span class="soft small">{t("report-too-few")}</span>}
        </td>
      ))}
      {line.averages.map((value, at) => <td key={table.averages[at]!.name} {...headed(table.averages[at]!.name)}><Average value={value} /></td>)}
    </tr>
  );
}

/** Big text has the figures of a row below each other, each behind its own name. Then only roles say that it is a table. */
const headed = (name: string) => ({ role: "cell", "data-head": t("report-head", { name: t(`report-${name}`) }) }) as const;

function Cell({ count, percent }: { count: Count; percent: Count | null }) {
  return (
    <>
      <Told value={count} />
      {typeof percent === "number" && count !== 0 && <span class="soft share"> {t("report-percent", { percent })}</span>}
    </>
  );
}

const Average = ({ value }: { value: number | "*" | null }) => (value === null ? null : <Told value={value} />);

/** A star is said in words to whoever does not see it. */
function Told({ value }: { value: Count }) {
  if (value !== "*") return <>{value}</>;
  return (
    <>
      <span aria-hidden="true">*</span>
      <span class="heard">{t("reports-star-said")}</span>
    </>
  );
}
