import type { Questionnaires } from "../../../shared/content/questionnaire-types.ts";
import type { Day } from "../../../shared/dates.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { type Scored, scoredSince } from "../../../shared/rules/score-series.ts";
import { measureName } from "../../named.ts";
import { scoreChangeWords, thresholdWords } from "./change-words.ts";
import { FirstToLast } from "./FirstToLast.tsx";
import { t } from "./words.ts";

interface ScoreChangesProps {
  entries: readonly Entry[];
  asks: Questionnaires;
  /** the last day to look at; undefined: all there are */
  until?: Day;
}

/** Scores of forms that were filled in elsewhere: how each has changed from the first to the last. */
export function ScoreChanges({ entries, asks, until }: ScoreChangesProps) {
  return <>{scoredSince(entries, asks, until).map((form) => <Form key={`${form.instrument} ${form.version}`} form={form} source={asks[form.instrument]?.source} />)}</>;
}

function Form({ form: { instrument, version, series }, source }: { form: Scored; source: string | undefined }) {
  return (
    <section class="panel">
      <h2>{measureName(instrument)}</h2>
      <p class="soft">{t("checkin-score-form", { version })}</p>
      {series.map((each) => {
        const says = scoreChangeWords(each);
        return (
          <div key={each.score.id} class="change">
            <h3>{each.score.words}</h3>
            <p>{says}</p>
            {each.change && <FirstToLast series={each} says={says} />}
            {each.change && each.score.change && <p class="soft small">{thresholdWords(each.score)}</p>}
          </div>
        );
      })}
      {source && series.every(({ score }) => score.change === null) && <p class="soft small">{t("checkin-source", { source })}</p>}
    </section>
  );
}
