import { useSignal } from "@preact/signals";
import { addDays } from "../../../shared/dates.ts";
import { dateWords, dayWords, timeWords } from "../../../shared/datewords.ts";
import type { Kind } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { planOf } from "../../../shared/rules/sessions.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { entries, me, programme, serviceName, today } from "../../state.ts";
import { writtenWords } from "../../written.ts";
import { aboutOf } from "../account/about-form.ts";
import { aboutLines } from "../account/about-words.ts";
import { byDay } from "../diary/by-day.ts";
import { detailsOf, lineOf, noteOf } from "../diary/words.ts";
import { planSays } from "../plan/says.ts";
import { weeksShown } from "../progress/range.ts";
import { says } from "../progress/says.ts";
import { Table } from "../progress/Table.tsx";
import { myDataBack, t } from "./words.ts";
import "../account/account.css";
import "../progress/progress.css";

const RANGES = [28, 84, null] as const;
/** What is said above the days, and what is between the person and their phone. */
const APART: readonly Kind[] = ["about", "reminding", "own-date"];

/** The diary on paper, in plain words, made from what is on this phone: it needs no signal. */
export function Summary() {
  const days = useSignal<(typeof RANGES)[number]>(28);
  const from = days.value === null ? "" : addDays(today.value, 1 - days.value);
  const shown = entries.value.filter((entry) => entry.day >= from && !APART.includes(entry.kind));
  const plan = programme.value && planOf(entries.value, programme.value.slug);
  const about = aboutOf();
  const weeks = weeksShown(entries.value, days.value === 28 ? 4 : days.value === 84 ? 12 : 52, today.value);
  return (
    <Page title={t("summary-title")} back={myDataBack}>
      <p class="not-print">{t("summary-what")}</p>
      <fieldset class="not-print">
        <legend class="question">{t("summary-range")}</legend>
        <div class="choices">
          {RANGES.map((each) => (
            <Choice key={String(each)} kind="radio" name="range" value={String(each)} chosen={days.value === each} choose={() => (days.value = each)}>
              {each === null ? t("summary-all") : t("summary-weeks", { weeks: each / 7 })}
            </Choice>
          ))}
        </div>
      </fieldset>
      <div class="not-print"><Button wide press={() => print()}>{t("summary-print")}</Button></div>
      <p>{t("summary-of", { called: me.value?.called ?? "", service: serviceName.value, date: dateWords(today.value, locale) })}</p>
      {about && <List title={t("summary-about")} lines={aboutLines(about.body)} />}
      {plan && <List title={t("summary-plan")} lines={planSays(plan.body)} />}
      <p>{says(weeks)}</p>
      <Table weeks={weeks} />
      <h2>{t("summary-days")}</h2>
      {shown.length === 0 && <Empty><p>{t("summary-nothing")}</p></Empty>}
      {byDay(shown).map(([day, found]) => (
        <section key={day} class="summary-day">
          <h3>{dayWords(day, locale)}</h3>
          <ul>{found.map((entry) => <li key={entry.id}>{lineFor(entry)}</li>)}</ul>
        </section>
      ))}
    </Page>
  );
}

function List({ title, lines }: { title: string; lines: string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}

/** All that an entry says, on one line, and who wrote it when it was somebody else. */
function lineFor(entry: Entry): string {
  const time = entry.head.picked ? "" : timeWords(entry.at);
  const said = [time, lineOf(entry), ...detailsOf(entry.kind, entry.body), noteOf(entry.body), writtenWords(entry.head)];
  return said.filter(Boolean).join(" · ");
}
