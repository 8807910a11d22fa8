import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { NoAnswer } from "../../../shared/api/client.ts";
import { Failed, Loading } from "../../components/States.tsx";
import { GoalList } from "../goals/GoalList.tsx";
import { type Shared, sharedOf } from "./opening.ts";
import { Scores } from "./Scores.tsx";
import { t } from "./words.ts";

/** What they want to reach, with steps and what came of them: entries of their own record, as far as they share them. */
export function Goals({ person, called }: { person: string; called: string }) {
  const shared = useSignal<Shared | null>(null);
  const trouble = useSignal("");
  const look = async () => {
    trouble.value = "";
    try {
      shared.value = await sharedOf(person);
    } catch (error) {
      trouble.value = t(error instanceof NoAnswer ? "sup-goals-offline" : "sup-goals-failed");
    }
  };
  useEffect(() => void look(), [person]);
  if (trouble.value) return <Failed words={trouble.value} again={look} />;
  if (!shared.value) return <Loading />;
  const { scopes, ways, writes, entries } = shared.value;
  if (!scopes.includes("checkins")) return <p class="soft">{t("sup-goals-unshared", { called })}</p>;
  const base = `/person/${person}`;
  const may = ways.length > 0 && writes.includes("checkins");
  return (
    <>
      <GoalList entries={entries} {...(may && { also: (goal) => <a class="button plain" href={`${base}/goal/${goal.id}`}>{t("sup-goal-change")}</a> })} />
      <Scores entries={entries} />
      <p>
        {may && <a class="button plain" href={`${base}/support/measure`}>{t("sup-measure")}</a>}
        {may && <a class="button plain" href={`${base}/goal`}>{t("sup-goal-new")}</a>}
        <a class="button plain" href={base}>{t("sup-measures")}</a>
      </p>
    </>
  );
}
