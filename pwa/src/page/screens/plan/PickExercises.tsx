import { useSignal } from "@preact/signals";
import type { Programme } from "../../../shared/content/types.ts";
import type { Choosable } from "../../../shared/rules/adapting.ts";
import { MOST_EXERCISES } from "../../../shared/rules/choosing.ts";
import { found } from "../../../shared/rules/finding.ts";
import { Choice } from "../../components/Choice.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Loading } from "../../components/States.tsx";
import { libraryHere } from "../../programmes.ts";
import { findable } from "../library/findable.ts";
import { PickGroups, PickList } from "./PickList.tsx";
import { PickOrder } from "./PickOrder.tsx";
import { t } from "./programme-words.ts";
import "./pick.css";

interface PickExercisesProps {
  /** with its own list, whatever was chosen before */
  programme: Programme;
  /** slugs, in the order in which they are done */
  chosen: readonly string[];
  change: (chosen: string[]) => void;
}

/** Exercises to tick: the programme's own first, then the library by group. A search and "sitting down" narrow both. */
export function PickExercises({ programme, chosen, change }: PickExercisesProps) {
  const typed = useSignal("");
  const sitting = useSignal(false);
  const tooMany = useSignal(false);
  const library = libraryHere();
  const nameOf = (slug: string) => [...programme.exercises, ...(library ?? [])].find((each) => each.slug === slug)?.title ?? slug;
  const all = together(programme, library ?? []);
  const offered = sitting.value ? all.filter(({ position }) => position === "sitting") : all;
  const shown = found(offered.map(findable), typed.value).map(({ exercise }) => exercise);
  const isOwn = ({ slug }: Choosable) => programme.exercises.some((each) => each.slug === slug);
  const own = shown.filter(isOwn);
  const others = shown.filter((each) => !isOwn(each));
  const set = (next: string[]) => {
    tooMany.value = next.length > MOST_EXERCISES;
    if (!tooMany.value) change(next);
  };
  const pick = (slug: string, on: boolean) => set(on ? [...chosen, slug] : chosen.filter((each) => each !== slug));
  const narrow = typed.value.trim() !== "" || sitting.value;
  return (
    <>
      <p>{t("pick-what", { most: MOST_EXERCISES })}</p>
      <Fold words={t("pick-order", { count: chosen.length })}><PickOrder chosen={chosen} nameOf={nameOf} change={set} /></Fold>
      <div class="field">
        <label for="pick-find">{t("pick-find")}</label>
        <span class="hint" id="pick-find-hint">{t("pick-find-hint")}</span>
        <input
          id="pick-find" class="input" type="search" autocomplete="off" aria-describedby="pick-find-hint"
          value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </div>
      <div class="choices">
        <Choice kind="checkbox" name="sitting" value="sitting" chosen={sitting.value} choose={(on) => (sitting.value = on)}>
          {t("pick-sitting")}
        </Choice>
      </div>
      <p role="status" class="soft">{narrow && t("pick-found", { count: own.length + others.length })}</p>
      {tooMany.value && <p class="wrong-words" role="alert">{t("pick-too-many", { most: MOST_EXERCISES })}</p>}
      {own.length > 0 && (
        <>
          <h2>{t("pick-own", { programme: programme.title })}</h2>
          <PickList exercises={own} chosen={chosen} pick={pick} />
        </>
      )}
      {(others.length > 0 || !narrow) && <h2>{t("pick-library")}</h2>}
      {library === undefined && <Loading />}
      {library === null && !narrow && <p>{t("pick-library-none")}</p>}
      <PickGroups exercises={others} open={narrow} chosen={chosen} pick={pick} />
    </>
  );
}

/** The programme's own exercises, with what the library says to find them by, and then all others. */
function together({ exercises }: Programme, library: readonly Choosable[]): Choosable[] {
  const own = exercises.map((exercise) => ({ ...library.find(({ slug }) => slug === exercise.slug), ...exercise }));
  return [...own, ...library.filter(({ slug }) => !exercises.some((each) => each.slug === slug))];
}
