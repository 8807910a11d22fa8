import type { Entry } from "../../../shared/record/versions.ts";
import { goalsOf } from "../../../shared/rules/goals.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Page } from "../../components/Page.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { Empty } from "../../components/States.tsx";
import { entries, record } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { GoalSays } from "./GoalSays.tsx";
import { t } from "./words.ts";

/** /goals: what is worked on now, and folded away what was reached and what was stopped. */
export function MyGoals() {
  const { active, done, stopped } = goalsOf(entries.value);
  if (!active.length && !done.length && !stopped.length) {
    return (
      <Page title={t("goals-title")}>
        <Empty>
          <p>{t("goals-empty")}</p>
          <a class="button" href="/goals/new">{t("goals-new")}</a>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={t("goals-title")}>
      <h2>{t("goals-active")}</h2>
      {active.map((goal) => <Mine key={goal.id} goal={goal} />)}
      {!active.length && <p class="soft">{t("goals-none-active")}</p>}
      {done.length > 0 && <Fold words={t("goals-done", { count: done.length })}>{done.map((goal) => <Mine key={goal.id} goal={goal} />)}</Fold>}
      {stopped.length > 0 && <Fold words={t("goals-stopped", { count: stopped.length })}>{stopped.map((goal) => <Mine key={goal.id} goal={goal} />)}</Fold>}
      <p><a class="button plain" href="/goals/paper">{t("goals-print")}</a></p>
      <div class="thumb"><a class="button" href="/goals/new">{t(active.length ? "goals-another" : "goals-new")}</a></div>
    </Page>
  );
}

function Mine({ goal: entry }: { goal: Entry<"goal"> }) {
  const saving = useSaving();
  const { goal, status } = entry.body;
  const held = record.value!;
  const remove = () =>
    saving.try(async () => {
      await held.remove(entry.id);
      offerUndo({ words: t("goals-deleted"), undo: () => held.restore(entry.id) });
    });
  const takeUp = () =>
    saving.try(async () => {
      const { body } = entry;
      await held.save("goal", { ...body, status: "active" }, { entry: entry.id });
      offerUndo({ words: t("goals-taken-up"), entry: entry.id, undo: () => held.save("goal", body, { entry: entry.id }) });
    });
  return (
    <article class="goal">
      <h3>{goal}</h3>
      {status !== "active" && <p class="soft">{t("goals-said-status", { status })}</p>}
      <GoalSays goal={entry.body} />
      <Receipt entry={entry} />
      <saving.Trouble />
      <div class="buttons">
        {status === "active"
          ? <a class="button quiet" href={`/goals/${entry.id}/review`} aria-label={t("goals-look-again-of", { goal })}>{t("goals-look-again")}</a>
          : <Button kind="quiet" label={t("goals-take-up-of", { goal })} press={takeUp}>{t("goals-take-up")}</Button>}
        <a class="button quiet" href={`/goals/${entry.id}/change`} aria-label={t("goals-change-of", { goal })}>{t("goals-change")}</a>
        <Button kind="stop" label={t("goals-delete-of", { goal })} press={remove}>{t("goals-delete")}</Button>
      </div>
    </article>
  );
}
