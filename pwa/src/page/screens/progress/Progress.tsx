import { useSignal } from "@preact/signals";
import { dateWords } from "../../../shared/datewords.ts";
import { firstDay } from "../../../shared/rules/progress.ts";
import { Choice } from "../../components/Choice.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { entries, me, programme, today } from "../../state.ts";
import { Keep } from "./Keep.tsx";
import { Picture } from "./Picture.tsx";
import { type Range, RANGES, weeksShown } from "./range.ts";
import { says } from "./says.ts";
import { Table } from "./Table.tsx";
import { t } from "./words.ts";
import "./progress.css";

/** /progress: what was written down, week by week, as a picture with its sentence and as a table. */
export default function Progress() {
  const range = useSignal<Range>(12);
  if (firstDay(entries.value) === null) return <Nothing />;
  const weeks = weeksShown(entries.value, range.value, today.value);
  const sentence = says(weeks);
  return (
    <Page title={t("progress-title")}>
      {me.value?.called && <p class="print-only">{t("progress-printed-for", { called: me.value.called })}</p>}
      <p class="print-only">{t("progress-printed-on", { date: dateWords(today.value, locale) })}</p>
      <fieldset class="screen-only">
        <legend class="question">{t("progress-range")}</legend>
        <div class="choices">
          {RANGES.map((each) => (
            <Choice key={each} kind="radio" name="range" value={String(each)} chosen={range.value === each} choose={() => (range.value = each)}>
              {each === 52 ? t("progress-range-year") : t("progress-range-weeks", { weeks: each })}
            </Choice>
          ))}
        </div>
      </fieldset>
      <p role="status">{sentence}</p>
      {programme.value && <Picture weeks={weeks} bands={programme.value.ladder} says={sentence} />}
      <Table weeks={weeks} />
      <ToCheckIns />
      <Keep />
    </Page>
  );
}

function Nothing() {
  return (
    <Page title={t("progress-title")}>
      <Empty><p>{t("progress-none-what")}</p></Empty>
      <a class="button" href="/pain">{t("progress-log-pain")}</a>
      <ToCheckIns />
    </Page>
  );
}

/** What has changed since the first check-in is on a screen of its own. */
function ToCheckIns() {
  const done = entries.value.some((entry) => entry.kind === "check-in");
  return (
    <ul class="rows screen-only">
      <LinkRow to={done ? "/check-in/results" : "/check-in"} what={t("progress-check-ins")} detail={t(done ? "progress-check-ins-change" : "progress-check-ins-what")} />
    </ul>
  );
}
