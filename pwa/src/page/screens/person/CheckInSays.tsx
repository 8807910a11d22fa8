import { versionOf } from "../../../shared/content/questionnaires.ts";
import type { Bodies } from "../../../shared/record/kinds.ts";
import { scoreOf } from "../../../shared/rules/scoring.ts";
import { Fold } from "../../components/Fold.tsx";
import { useCheckInPacks } from "../checkin/packs.ts";
import { scoreLine } from "../checkin/score-line.ts";
import { checkInAnswers } from "../diary/check-in-words.ts";
import { t } from "./words.ts";

/** What a check-in came to, a line for each measure; each question with its answer is folded away below. */
export function CheckInSays({ answers }: Pick<Bodies["check-in"], "answers">) {
  const packs = useCheckInPacks();
  const all = checkInAnswers(answers);
  if (!packs) return <>{all.map((line) => <span key={line} class="detail">{line}</span>)}</>;
  return (
    <>
      {Object.keys(answers).sort().map((slug) => {
        const { version, values } = answers[slug]!;
        const asked = versionOf(packs.asks[slug], version);
        const said = asked?.scores.flatMap((score) => {
          const { value } = scoreOf(asked, score, values);
          return value === null ? [] : [{ score, value, values }];
        });
        return asked && said?.length ? <span key={slug} class="detail"><b>{asked.title}:</b> {scoreLine(asked, said)}</span> : null;
      })}
      {all.length > 0 && <Fold words={t("person-answers")}>{all.map((line) => <span key={line} class="detail">{line}</span>)}</Fold>}
    </>
  );
}
