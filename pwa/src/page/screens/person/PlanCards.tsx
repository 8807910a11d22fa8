import { planNow } from "../../../shared/rules/adapting.ts";
import { GoalList } from "../goals/GoalList.tsx";
import { planSays } from "../plan/says.ts";
import { t } from "./care-words.ts";
import { mayCare } from "./keeping.ts";
import type { Opened } from "./opening.ts";
import { nameOf } from "./words.ts";

/** Their goals, as they are shared, with the way to write one. */
export function GoalsCard({ record }: { record: Opened }) {
  if (!record.scopes.includes("checkins")) return null;
  const base = `/person/${record.person}/goal`;
  const may = mayCare(record);
  return (
    <section>
      <h2>{t("care-goals")}</h2>
      <GoalList
        entries={record.entries}
        {...(may && { also: (goal) => goal.body.status === "active" && <a class="button quiet" href={`${base}/${goal.id}`}>{t("care-goal-change")}</a> })}
      />
      {may && <a class="button quiet" href={base}>{t("care-goal-new", { called: nameOf(record.called) })}</a>}
    </section>
  );
}

/** The programme they follow, in words, with the way to choose another or change its exercises. */
export function ProgrammeCard({ record }: { record: Opened }) {
  if (!record.scopes.includes("exercise")) return null;
  const plan = planNow(record.entries);
  return (
    <section>
      <h2>{t("care-programme")}</h2>
      {plan ? <ul>{planSays(plan.body).map((line) => <li key={line}>{line}</li>)}</ul> : <p>{t("care-programme-none")}</p>}
      {record.ways.length > 0 && record.writes.includes("exercise") && (
        <a class="button quiet" href={`/person/${record.person}/programme`}>{t("care-programme-choose")}</a>
      )}
    </section>
  );
}
