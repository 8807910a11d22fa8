import { type Answer, ask, askAt, type Body } from "../../../shared/api/client.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { londonDay } from "../../../shared/listings/london.ts";
import { Button } from "../../components/Button.tsx";
import { Empty } from "../../components/States.tsx";
import { locale } from "../../messages.ts";
import { ageWords } from "../near/say.ts";
import { t as near } from "../near/words.ts";
import { Came, useDoing } from "../service/useDoing.tsx";
import { Shown, useFetched } from "../service/useFetched.tsx";
import { t } from "./words.ts";

type Report = Answer<"GET /api/publishing/reports">[number];
type Said = Body<"PUT /api/publishing/reports/{report}/answer">["answer"];

const ANSWERS: Said[] = ["put-right", "was-right", "noted"];

/** Reports that something was wrong, those to answer first, each with what came of it. */
export function ReportList({ link, who = false }: { link: (listing: string) => string; /** says who runs each */ who?: boolean }) {
  const reports = useFetched(() => ask("GET /api/publishing/reports"));
  const doing = useDoing();
  const answer = (id: string) => async (said: Said) => {
    if (await doing.run(() => askAt("PUT /api/publishing/reports/{report}/answer", { report: id }, { answer: said }), t("publish-report-answered"))) await reports.again();
  };
  return (
    <>
      <Came of={doing} />
      <Shown of={reports}>
        {(all) => all.length === 0 ? <Empty><p>{t("publish-reports-none")}</p></Empty> : (
          <>
            {all.map((each) => <One key={each.id} report={each} who={who} to={link(each.listing)} answer={answer(each.id)} />)}
          </>
        )}
      </Shown>
    </>
  );
}

interface OneProps {
  report: Report;
  who: boolean;
  to: string;
  answer: (said: Said) => Promise<void>;
}

function One({ report: { name, by, what, on, words, by_staff, made_at, answered_at, answer: came }, who, to, answer }: OneProps) {
  const now = new Date();
  return (
    <section class="publish-card">
      <h2>{near(`near-wrong-${what}`)}</h2>
      <p><a href={to}>{name}</a>{who && <><br />{near("near-by", { by })}</>}</p>
      {on && <p>{t("publish-report-on", { day: shortDayWords(on, locale) })}</p>}
      {words && <p>{t("publish-report-words", { words })}</p>}
      <p class="soft">{t(by_staff ? "publish-report-by-staff" : "publish-report-by-public", { age: ageWords(made_at, now) })}</p>
      {answered_at && <p><strong>{t(`publish-report-came-${came ?? "noted"}`)}</strong> {shortDayWords(londonDay(new Date(answered_at)), locale)}</p>}
      {!answered_at && (
        <div class="buttons" role="group" aria-label={t("publish-report-answer")}>
          {ANSWERS.map((said) => <Button key={said} kind="quiet" press={() => answer(said)}>{t(`publish-report-${said}`)}</Button>)}
        </div>
      )}
    </section>
  );
}
