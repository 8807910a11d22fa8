import type { Section } from "../../../shared/rules/check-in.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { go } from "../../router.ts";
import { Onwards } from "./Onwards.tsx";
import type { Run } from "./useRun.ts";
import { t } from "./words.ts";

/** The goal and the plan, made or looked at again. */
export function GoalSection({ run, section }: { run: Run; section: Section }) {
  const saving = useSaving();
  const reviewed = () => run.write({ goal_reviewed: true, left: run.held.left.filter((id) => id !== section.id) });
  const done = async () => {
    if (await saving.try(reviewed)) go(run.after(section));
  };
  return (
    <Page title={t("checkin-section-goal")} back={{ to: run.base, words: run.step.title }}>
      {run.goals?.(() => reviewed().then(() => undefined, () => undefined)) /* the goal itself is kept */}
      <saving.Trouble />
      <Onwards run={run} section={section} />
      <div class="thumb"><Button kind="quiet" press={done}>{t("checkin-goal-done")}</Button></div>
    </Page>
  );
}
