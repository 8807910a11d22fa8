import type { Entry } from "../../../shared/record/versions.ts";
import type { Goal } from "../../../shared/record/kinds.ts";
import type { Next } from "../../../shared/rules/goals.ts";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import type { ScreenProps } from "../../screens.ts";
import { changed, record } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { GoalForm } from "./GoalForm.tsx";
import { GoalReview } from "./GoalReview.tsx";
import { MyGoals } from "./MyGoals.tsx";
import { Paper } from "./Paper.tsx";
import { inOwnRecord } from "./saving.ts";
import { t } from "./words.ts";
import "./goals.css";

const back = () => ({ to: "/goals", words: t("goals-back") });

/** /goals, /goals/new, /goals/paper, /goals/<id>/change and /goals/<id>/review. */
export default function Goals({ parts: [id, what] }: ScreenProps) {
  if (id === undefined) return <MyGoals />;
  if (id === "new") return <GoalForm save={inOwnRecord} saved={(_, kept) => told(kept as Entry<"goal">)} title={t("goals-form-new")} back={back()} />;
  if (id === "paper") return <Paper back={back()} />;
  return <Known id={id} what={what} />;
}

function Known({ id, what }: { id: string; what?: string }) {
  changed.value;
  const entry = record.value!.entry(id);
  if (entry?.kind !== "goal" || entry.gone) return <Page title={t("goals-missing")} back={back()}><p>{t("goals-missing-words")}</p></Page>;
  const goal = entry as Entry<"goal">;
  if (what === "review") return <Review goal={goal} />;
  return <GoalForm before={goal} save={inOwnRecord} saved={(_, kept) => told(kept as Entry<"goal">, goal.body)} title={t("goals-form-change")} back={back()} />;
}

function Review({ goal }: { goal: Entry<"goal"> }) {
  const save = async (entry: Entry<"goal">, after: Goal, next: Next) => {
    const { body } = entry;
    await inOwnRecord(after, entry);
    go(next === "another" ? "/goals/new" : "/goals");
    offerUndo({ words: t("goals-reviewed"), entry: entry.id, undo: () => record.value!.save("goal", body, { entry: entry.id }) });
  };
  return <Page title={t("goals-review-title")} back={back()}><NotWatched /><GoalReview goals={[goal]} onSave={save} /></Page>;
}

/** Back to the list, with what was saved said and a way to take it back. */
function told(kept: Entry<"goal">, before?: Goal): void {
  go("/goals");
  const undo = () => (before ? record.value!.save("goal", before, { entry: kept.id }) : record.value!.remove(kept.id));
  offerUndo({ words: t(before ? "goals-saved-change" : "goals-saved-new"), entry: kept.id, undo });
}
