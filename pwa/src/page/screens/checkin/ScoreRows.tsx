import { addDays } from "../../../shared/dates.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import type { Run } from "./useRun.ts";
import { date, t } from "./words.ts";

/**
 * For staff, a row for each form of this contact whose words may not be shown: the way to where its score is written down,
 * and the day of one that was written down since this contact's time began.
 */
export function ScoreRows({ run: { step, packs, entries, enrolled }, to }: { run: Run; to: (instrument: string) => string }) {
  const from = addDays(enrolled.body.started_on, step.due_from_day);
  const forms = [...new Set([...step.measures, ...step.optional])].flatMap((slug) => packs.asks[slug] ?? []).filter(({ shipped }) => shipped === "score-only");
  return (
    <>
      {forms.map(({ slug, title }) => {
        const on = ofKind(entries, "score").filter(({ body }) => body.instrument === slug && body.on >= from).map(({ body }) => body.on).sort().at(-1);
        return (
          <LinkRow
            key={slug} to={to(slug)} what={t("checkin-score-row", { measure: title })}
            detail={on ? t("checkin-score-row-done", { day: date(on) }) : t("checkin-score-row-none")}
          />
        );
      })}
    </>
  );
}
