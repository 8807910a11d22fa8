import { useEffect } from "preact/hooks";
import { WEEKDAYS } from "../../../shared/dates.ts";
import { timeWords, weekdayWords } from "../../../shared/datewords.ts";
import { planOf } from "../../../shared/rules/sessions.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { locale } from "../../messages.ts";
import { entries, programme } from "../../state.ts";
import { myDataBack, t } from "./words.ts";
import "./paper.css";
import "../account/account.css";

/** One week on one sheet of A4, to be filled in by hand. Its title says nothing about anybody's health. */
export function PaperDiary() {
  useEffect(acrossThePage, []);
  const held = programme.value;
  const days = (held && planOf(entries.value, held.slug)?.body.days) ?? null;
  const numbers = Array.from({ length: 11 }, (_, score) => score);
  return (
    <Page title={t("paper-title")} back={myDataBack}>
      <div class="not-print">
        <p>{t("paper-what")}</p>
        <p>{t("paper-then")}</p>
        <Button wide press={() => print()}>{t("paper-print")}</Button>
        <h2>{t("paper-sheet")}</h2>
      </div>
      <div class="paper-frame" role="region" aria-label={t("paper-sheet")} tabIndex={0}>
        <table class="paper">
          <caption>{t("paper-head")}</caption>
          <thead>
            <tr>
              <td />
              {WEEKDAYS.map((day) => <th key={day} scope="col">{weekdayWords(day, locale)}</th>)}
            </tr>
          </thead>
          <tbody>
            {["morning", "evening"].map((when) => (
              <tr key={when} class="paper-pain">
                <th scope="row">{t(`paper-pain-${when}`)}</th>
                {WEEKDAYS.map((day) => <td key={day}>{numbers.map((score) => <span key={score}>{score} </span>)}</td>)}
              </tr>
            ))}
            {held?.exercises.map(({ slug, title }) => (
              <tr key={slug}>
                <th scope="row">{title}</th>
                {WEEKDAYS.map((day) => <td key={day}>{boxes(days === null ? 1 : days[day]?.length ?? 0)}</td>)}
              </tr>
            ))}
            <tr class="paper-notes">
              <th scope="row">{t("paper-notes")}</th>
              {WEEKDAYS.map((day) => <td key={day} />)}
            </tr>
          </tbody>
        </table>
        <p class="small">{t("paper-foot")}{days && ` ${timesLine(days)}`}</p>
      </div>
    </Page>
  );
}

/** While this screen is open what is printed lies on its side; a rule for one kind of page is not heeded inside the frame. */
function acrossThePage(): () => void {
  const rules = new CSSStyleSheet();
  rules.replaceSync("@page { size: a4 landscape; margin: 10mm }");
  document.adoptedStyleSheets.push(rules);
  return () => void (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== rules));
}

/** A box for each time that it is planned on that day. */
function boxes(count: number) {
  return Array.from({ length: count }, (_, index) => <span key={index} class="paper-box" aria-label={t("paper-box")} role="img" />);
}

function timesLine(days: { [day in (typeof WEEKDAYS)[number]]?: string[] }): string {
  const times = [...new Set(Object.values(days).flat())].sort().map((time) => timeWords(time!));
  return times.length ? t("paper-times", { times: new Intl.ListFormat(locale).format(times) }) : "";
}
