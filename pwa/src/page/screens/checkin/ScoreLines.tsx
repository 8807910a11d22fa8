import type { Questionnaires } from "../../../shared/content/questionnaire-types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { scoredSince } from "../../../shared/rules/score-series.ts";
import { measureName } from "../../named.ts";
import { scoreChangeWords, thresholdWords } from "./change-words.ts";
import { t } from "./words.ts";

/** For paper: of each score from elsewhere that there is twice or more, how it has changed since the first time. */
export function ScoreLines({ entries, asks }: { entries: readonly Entry[]; asks: Questionnaires }) {
  const lines = scoredSince(entries, asks).flatMap(({ instrument, version, series }) =>
    series.filter(({ change }) => change).map((each) => ({
      of: t("checkin-score-line", { measure: measureName(instrument), version, score: each.score.words }),
      says: [scoreChangeWords(each), ...(each.score.change ? [thresholdWords(each.score)] : [])].join(" "),
    })));
  return lines.length > 0 && <ul>{lines.map(({ of, says }) => <li key={of}>{t("checkin-size-of", { of, size: says })}</li>)}</ul>;
}
