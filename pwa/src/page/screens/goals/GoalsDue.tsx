import { shortDayWords } from "../../../shared/datewords.ts";
import { goalsOf, reviewDue } from "../../../shared/rules/goals.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { locale } from "../../messages.ts";
import { entries, today } from "../../state.ts";
import { t } from "./words.ts";

/** Each goal whose day for looking at it again has come, as a row of Today. */
export function GoalsDue() {
  const due = goalsOf(entries.value).active.flatMap((entry) => {
    const days = reviewDue(entry.body, today.value);
    return days === null ? [] : [{ entry, days }];
  });
  if (!due.length) return null;
  return (
    <ul class="rows">
      {due.map(({ entry: { id, body }, days }) => (
        <LinkRow
          key={id} to={`/goals/${id}/review`} what={t("goals-due")}
          detail={t("goals-due-since", { days, goal: body.goal, day: shortDayWords(body.review_on!, locale) })}
        />
      ))}
    </ul>
  );
}
