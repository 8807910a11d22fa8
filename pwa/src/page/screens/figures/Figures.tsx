import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { type Answer, ask } from "../../../shared/api/client.ts";
import { textAt } from "../../../shared/api/text.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { withProof } from "../../components/Proof.tsx";
import { Empty, Failed } from "../../components/States.tsx";
import { today } from "../../state.ts";
import { handOver } from "../progress/hand-over.ts";
import { Shown, useFetched } from "../service/useFetched.tsx";
import { back, troubleWords } from "../service/words.ts";
import { FigureTable } from "./FigureTable.tsx";
import { t } from "./words.ts";
import "./figures.css";

type Reports = Answer<"GET /api/reports">;
type Quarter = Reports["quarters"][number];

/** What figures of people can be split by; groups and endings are another kind of split, and always shown. */
const SPLITS = ["age", "sex", "ethnicity", "deprivation"] as const;

/** /figures, for a lead: how the service is doing, in fixed tables with small numbers hidden. */
export default function Figures() {
  const reports = useFetched(() => ask("GET /api/reports"));
  return (
    <Page title={t("reports-title")} back={back}>
      <p>{t("reports-intro")}</p>
      <Notice>
        <p>{t("reports-star")}</p>
        <p>{t("reports-rounded")}</p>
      </Notice>
      <Shown of={reports}>{(found) => (found.quarters.length ? <Quarters {...found} /> : <None {...found} />)}</Shown>
    </Page>
  );
}

function None({ next_on }: Reports) {
  return (
    <Empty>
      <p>{t("reports-none")}</p>
      {next_on && <p>{t("reports-none-until", { date: dateWords(next_on) })}</p>}
    </Empty>
  );
}

function Quarters({ quarters, next_on }: Reports) {
  const chosen = useSignal(fullest(quarters));
  const split = useSignal("");
  const quarter = quarters.find((each) => each.from_on === chosen.value)!;
  return (
    <>
      <div class="figure-choices">
        <Select question={t("reports-quarter")} value={chosen.value} choose={(from) => (chosen.value = from)} options={quarters.map((each) => [each.from_on, spanWords(each)])} />
        <Select question={t("reports-by")} value={split.value} choose={(by) => (split.value = by)} options={[["", t("reports-all-splits")], ...SPLITS.map((by): [string, string] => [by, t(`report-split-${by}`)])]} />
      </div>
      {split.value && <p class="small soft">{t(`report-means-${split.value}`)}</p>}
      {quarter.tables.map((table) => <FigureTable key={`${quarter.from_on} ${table.name}`} table={table} by={split.value} />)}
      {next_on && <p>{t("reports-next", { date: dateWords(next_on) })}</p>}
      <p class="small soft">{t("reports-fixed")}</p>
      <Download />
    </>
  );
}

/** The newest quarter of which most is counted: the last ones are still waiting for somebody's twelve weeks. */
function fullest(quarters: Quarter[]): string {
  const counted = (quarter: Quarter) => quarter.tables.flatMap((table) => table.figures).filter((figure) => figure.told).length;
  return quarters.reduce((best, each) => (counted(each) > counted(best) ? each : best)).from_on;
}

const spanWords = ({ from_on, to_on }: Quarter) => t("reports-from-to", { from: dateWords(from_on), to: dateWords(to_on) });

function Select({ question, value, options, choose }: { question: string; value: string; options: [string, string][]; choose: (value: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label class="question" for={id}>{question}</label>
      <select id={id} class="input" value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([name, words]) => <option key={name} value={name}>{words}</option>)}
      </select>
    </div>
  );
}

function Download() {
  const trouble = useSignal("");
  const download = async () => {
    trouble.value = "";
    try {
      handOver(`figures-${today.value}.csv`, "text/csv;charset=utf-8", await withProof(() => textAt("/api/reports.csv")));
    } catch (error) {
      trouble.value = troubleWords(error);
    }
  };
  return (
    <>
      {trouble.value && <Failed words={trouble.value} />}
      <Button kind="quiet" wide press={download}>{t("reports-download")}</Button>
      <p class="small soft">{t("reports-download-asks")}</p>
    </>
  );
}
