import type { ComponentChildren } from "preact";
import type { Questionnaire } from "../../../shared/content/questionnaire-types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Measured, Series } from "../../../shared/rules/series.ts";
import { Fold } from "../../components/Fold.tsx";
import { Empty } from "../../components/States.tsx";
import { isChosen, scoreTitle } from "../measures/sum-words.ts";
import { changeWords, thresholdWords } from "./change-words.ts";
import { FirstToLast } from "./FirstToLast.tsx";
import { measuredOn } from "./measured-on.ts";
import { isOnce, Once } from "./Once.tsx";
import { useOpenOnPaper } from "./on-paper.ts";
import type { CheckInPacks } from "./packs.ts";
import { Points } from "./Points.tsx";
import { ScoreChanges } from "./ScoreChanges.tsx";
import { date, t } from "./words.ts";

interface ChangesProps {
  /** what is known of the person's diary, who may be somebody else than whoever is signed in */
  entries: readonly Entry[];
  enrolled: Entry<"pathway">;
  packs: CheckInPacks;
  /** the slug of the last contact to look at; undefined: all that are done */
  until?: string | undefined;
}

/** What has changed since the first check-in: a sentence, a picture and a table for each number. It says what moved, never why. */
export function Changes({ entries, enrolled, packs, until }: ChangesProps) {
  useOpenOnPaper();
  const { done, measured, all } = measuredOn(entries, enrolled, packs, until);
  const lastDay = done.at(-1)?.body.on;
  const scores = <ScoreChanges entries={entries} asks={packs.asks} {...(!all && lastDay && { until: lastDay })} />;
  if (!done.length) return <><Empty><p>{t("checkin-results-none")}</p></Empty>{scores}</>;
  return (
    <>
      <p>{done.length === 1 ? t("checkin-results-first", { day: date(done[0]!.body.on) })
        : t("checkin-results-since", { first: date(done[0]!.body.on), last: date(done.at(-1)!.body.on) })}</p>
      {measured.filter((each) => !isOnce(each)).map((each) => <One key={each.asked.slug} {...each} />)}
      <Once measured={measured.filter(isOnce)} alone={done.length === 1} />
      {!measured.length && <p>{t("checkin-results-no-numbers")}</p>}
      {scores}
      <p class="soft small">{t("checkin-results-not-why")}</p>
    </>
  );
}

/** What adds up others stands first; its parts are folded away below it. */
function One({ asked, series }: Measured) {
  const [first] = series;
  const isPart = (each: Series) => each !== first && each.score.items.every((id) => first!.score.items.includes(id));
  const parts = series.filter(isPart);
  return (
    <section class="panel">
      <h2>{asked.title}</h2>
      <Scores asked={asked} series={series.filter((each) => !isPart(each))} />
      {parts.length > 0 && <Fold words={t("checkin-parts")}><Scores asked={asked} series={parts} /></Fold>}
      {series.every(({ score }) => score.change === null) && <p class="soft small">{t("checkin-source", { source: asked.source })}</p>}
    </section>
  );
}

/** Some scores of a measure. The size of change is printed for each, or once where it is the same for all. */
function Scores({ asked, series }: Measured) {
  const printed = [...new Set(series.filter(({ change }) => change).map(({ score }) => thresholdWords(score)))];
  return (
    <>
      {series.map((each) => (
        <Change key={each.score.id} asked={asked} series={each}>
          {each.change && printed.length > 1 && <p class="soft small">{thresholdWords(each.score)}</p>}
        </Change>
      ))}
      {printed.length === 1 && <p class="soft small">{printed[0]}</p>}
    </>
  );
}

/** Only what can be compared is put side by side. Answers in words have no heights to draw. */
function Change({ asked, series, children }: { asked: Questionnaire; series: Series; children: ComponentChildren }) {
  const says = changeWords(asked, series);
  return (
    <div class="change">
      <h3>{scoreTitle(asked, series.score, series.last)}</h3>
      <p>{says}</p>
      {series.change && (isChosen(asked, series.score)
        ? <Points score={series.score} points={series.points} asked={asked} />
        : <FirstToLast series={series} says={says} />)}
      {children}
    </div>
  );
}
