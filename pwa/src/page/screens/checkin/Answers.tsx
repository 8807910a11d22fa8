import type { Questionnaire, Values } from "../../../shared/content/questionnaire-types.ts";
import { missing } from "../../../shared/rules/answers.ts";
import { type Section, untaken } from "../../../shared/rules/check-in.ts";
import { pagesOf } from "../../../shared/rules/pages.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Result } from "../measures/Result.tsx";
import { sectionTitle } from "./section-words.ts";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

interface AnswersProps {
  run: Run;
  section: Section;
  asked: Questionnaire;
  values: Values;
}

/** What the answers to a measure come to, each number as it is added up, and that nobody watches. */
export function Answers({ run, section, asked, values }: AnswersProps) {
  const lacks = [...new Set([...missing(asked, values), ...untaken(asked, values, run.held.typed?.[asked.slug])])];
  const first = pagesOf(asked).findIndex((ids) => lacks.some((id) => ids.includes(id))) + 1;
  const next = run.next(section.id);
  const before = run.before(asked.slug);
  return (
    <Page title={asked.title} back={{ to: run.at(asked.slug), words: t("checkin-change-answers") }}>
      {lacks.length > 0 && (
        <Notice title={t("checkin-not-answered", { count: lacks.length })}>
          <p>{t("checkin-not-answered-fine")}</p>
          <a class="button quiet" href={run.at(asked.slug, first)}>{t("checkin-answer-them")}</a>
        </Notice>
      )}
      <Result questionnaire={asked} values={values} before={before ?? null} />
      <p><a class="button plain" href={run.base}>{t("checkin-to-overview")}</a></p>
      <div class="thumb">
        {next
          ? <a class="button" href={run.at(next.id)}>{t("checkin-next-section", { section: sectionTitle(next, run.packs) })}</a>
          : <a class="button" href={run.at("finish")}>{t("checkin-to-finish")}</a>}
      </div>
    </Page>
  );
}
