import { useSignal } from "@preact/signals";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { GoalForm } from "../goals/GoalForm.tsx";
import type { CareProps } from "./Care.tsx";
import { t } from "./care-words.ts";
import { useWay } from "./WayField.tsx";
import { nameOf } from "./words.ts";

/** A goal that staff write down with somebody, new or changed; first of all, how it comes to be written. */
export function GoalFor({ record, keep, id }: CareProps & { id: string | undefined }) {
  const way = useWay(record.ways);
  const begun = useSignal(record.ways.length === 1);
  const called = nameOf(record.called);
  const home = `/person/${record.person}`;
  const before = ofKind(record.entries, "goal").find((goal) => goal.id === id);
  const title = t(before ? "care-goal-change" : "care-goal-new", { called });
  const back = { to: home, words: called };
  if (!begun.value) {
    return (
      <Page title={title} back={back}>
        <way.Field question={t("care-goal-way")} />
        <Button press={() => void (begun.value = way.said())}>{t("care-goal-begin")}</Button>
      </Page>
    );
  }
  return (
    <GoalForm
      {...(before && { before })}
      save={(goal, over) => keep("goal", goal, way.chosen.value!, { entry: over?.id ?? null })}
      saved={() => go(home)}
      title={title}
      back={back}
      withPerson={record.person}
    />
  );
}
