import { planNow } from "../../../shared/rules/adapting.ts";
import { pathwaysOn } from "../../../shared/rules/contacts.ts";
import { firstDay } from "../../../shared/rules/progress.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { cardName, pathwayName } from "../../named.ts";
import { today } from "../../state.ts";
import { ChangesTable } from "../checkin/ChangesTable.tsx";
import { useCheckInPacks } from "../checkin/packs.ts";
import { ScoreLines } from "../checkin/ScoreLines.tsx";
import { detailsOf, lineOf } from "../diary/words.ts";
import { GoalList } from "../goals/GoalList.tsx";
import { planSays } from "../plan/says.ts";
import { weeksShown } from "../progress/range.ts";
import { date, t } from "./care-words.ts";
import { newest, type Opened } from "./opening.ts";
import { Said } from "./SafetyCard.tsx";
import { saysOnPaper, WEEKS } from "./weeks-words.ts";
import { nameOf, t as person } from "./words.ts";
import "../account/account.css";
import "../checkin/checkin.css";

/** On paper for a record or a letter: what matters, goals, plan, measures with their change and sources, cards shown. */
export function SummaryFor({ record }: { record: Opened }) {
  const packs = useCheckInPacks();
  const called = nameOf(record.called);
  const matters = newest(record.entries, "about")?.body.matters;
  const plan = planNow(record.entries);
  const scores = ofKind(record.entries, "score").toReversed();
  const cards = ofKind(record.entries, "safety").toReversed();
  const shares = (scope: string) => record.scopes.includes(scope);
  return (
    <Page title={t("care-summary-title", { called })} back={{ to: `/person/${record.person}`, words: called }}>
      <div class="summary-for">
        <p>{t("care-summary-made", { day: date(today.value), called })}</p>
        <div class="not-print"><Button press={() => print()}>{t("care-summary-print")}</Button></div>
        <h2>{t("care-summary-matters")}</h2>
        <p>{matters ?? t("care-summary-none")}</p>
        {shares("exercise") && (
          <>
            <h2>{t("care-summary-plan")}</h2>
            {plan ? <ul>{planSays(plan.body).map((line) => <li key={line}>{line}</li>)}</ul> : <p>{t("care-programme-none")}</p>}
          </>
        )}
        {(shares("pain") || shares("exercise")) && (
          <>
            <h2>{person("person-recent")}</h2>
            <p>{firstDay(record.diary) === null ? person("person-nothing", { called }) : saysOnPaper(weeksShown(record.diary, WEEKS, today.value), record.scopes, today.value)}</p>
          </>
        )}
        {shares("checkins") && (
          <>
            <h2>{t("care-goals")}</h2>
            <GoalList entries={record.entries} />
            <h2>{t("care-summary-measures")}</h2>
            {packs && pathwaysOn(record.entries).slice(0, 1).map((enrolled) => packs.pathways[enrolled.body.pathway] && (
              <section key={enrolled.id}>
                <p><strong>{pathwayName(enrolled.body.pathway)}</strong></p>
                <ChangesTable entries={record.entries} enrolled={enrolled} packs={packs} />
              </section>
            ))}
            {scores.length > 0 && <h2>{t("care-summary-scores")}</h2>}
            {packs && <ScoreLines entries={record.entries} asks={packs.asks} />}
            <ul>{scores.map((score) => <li key={score.id}>{date(score.body.on)}: {[lineOf(score), ...detailsOf("score", score.body)].join(". ")}</li>)}</ul>
            <h2>{t("care-safety")}</h2>
            {cards.length === 0 && <p>{t("care-summary-none")}</p>}
            <ul class="written">{cards.map((entry) => <li key={entry.id}><strong>{cardName(entry.body.card)}</strong><Said entry={entry} /></li>)}</ul>
          </>
        )}
      </div>
    </Page>
  );
}
