import { type FirstAndLatest, firstAndLatest, type MeasuredScores } from "../../../shared/rules/measured.ts";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { measureName } from "../../named.ts";
import { useCheckInPacks } from "../checkin/packs.ts";
import { scoreTitle, valueWords } from "../measures/sum-words.ts";
import { episodeOf, opened } from "./opening.ts";
import { dayWordsOf, t } from "./words.ts";

/** What measures came to at the start and latest, with the days: the same scores as a closing message tells. */
export function Scores({ entries }: { entries: readonly Entry[] }) {
  const packs = useCheckInPacks();
  const support = opened.value?.support;
  if (!packs || !support) return null;
  const received = episodeOf(support)?.received_at;
  const all = firstAndLatest(entries, packs.asks, received ? dayOf(localTime(new Date(received), phoneClock.zone())) : null);
  return (
    <>
      <h4>{t("sup-scores")}</h4>
      {all.length === 0 && <p class="soft">{t("sup-scores-none")}</p>}
      {all.map((measure) => (
        <div key={measure.slug} class="support-version">
          <strong>{measure.asked?.title ?? measureName(measure.slug)}</strong>
          <ul>{measure.scores.map((score) => <li key={score.score.id}>{lineOf(measure, score)}</li>)}</ul>
        </div>
      ))}
    </>
  );
}

function lineOf({ asked }: MeasuredScores, { score, values, first, latest }: FirstAndLatest): string {
  const said = (value: number) => (asked ? valueWords(asked, score, value) : String(value));
  const name = asked ? scoreTitle(asked, score, values) : score.words;
  const then = { score: name, value: said(first.value), day: dayWordsOf(first.on) };
  return latest ? t("sup-score-two", { ...then, latest: said(latest.value), later: dayWordsOf(latest.on) }) : t("sup-score-one", then);
}
