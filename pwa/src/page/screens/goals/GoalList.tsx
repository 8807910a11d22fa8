/**
 * Somebody's goals to read and not to change, for staff and for paper. Props: `entries` are any entries of theirs, of
 * which the goals are shown; `also` is drawn at the end of each (a button to look at it again, say).
 */
import type { ComponentChildren } from "preact";
import type { Entry } from "../../../shared/record/versions.ts";
import { goalsOf } from "../../../shared/rules/goals.ts";
import { GoalSays } from "./GoalSays.tsx";
import { t } from "./words.ts";
import "./goals.css";

interface GoalListProps {
  entries: readonly Entry[];
  also?: (goal: Entry<"goal">) => ComponentChildren;
}

export function GoalList({ entries, also }: GoalListProps) {
  const { active, done, stopped } = goalsOf(entries);
  const all = [...active, ...done, ...stopped];
  if (!all.length) return <p class="soft">{t("goals-nobody")}</p>;
  return (
    <>
      {all.map((entry) => (
        <article key={entry.id} class="goal">
          <h3>{entry.body.goal}</h3>
          <p class="soft">{t("goals-said-status", { status: entry.body.status })}</p>
          <GoalSays goal={entry.body} />
          {also?.(entry)}
        </article>
      ))}
    </>
  );
}
