import { Choice } from "../../components/Choice.tsx";
import type { Choosable } from "../../../shared/rules/adapting.ts";
import { Fold } from "../../components/Fold.tsx";
import { t as library } from "../library/words.ts";
import { t } from "./programme-words.ts";

interface Picking {
  exercises: readonly Choosable[];
  chosen: readonly string[];
  pick: (slug: string, on: boolean) => void;
}

/** Exercises to tick, each with what it is for. */
export function PickList({ exercises, chosen, pick }: Picking) {
  return (
    <div class="pick-list">
      {exercises.map(({ slug, title, purpose, position }) => (
        <Choice key={slug} kind="checkbox" name="exercise" value={slug} chosen={chosen.includes(slug)} choose={(on) => pick(slug, on)}>
          <span class="pick-title">{title}</span>
          <span class="pick-detail">{library("library-position", { position })}. {purpose}</span>
        </Choice>
      ))}
    </div>
  );
}

/** In the order of the library's own groups. */
const GROUPS = ["knee", "hip", "back", "neck", "shoulder", "hand", "foot", "balance", "breath", "aerobic"];

/** The same, a fold a group; all of them open when few are left. */
export function PickGroups({ exercises, open, ...picking }: Picking & { open: boolean }) {
  const groups = [...new Set(exercises.map(({ group = "" }) => group))].sort((a, b) => place(a) - place(b));
  return (
    <>
      {groups.map((group) => {
        const those = exercises.filter((each) => (each.group ?? "") === group);
        const name = group ? library("library-group", { group }) : t("pick-group-other");
        const words = t("pick-group", { group: name, count: those.length });
        return <Fold key={`${group} ${open}`} words={words} open={open}><PickList exercises={those} {...picking} /></Fold>;
      })}
    </>
  );
}

const place = (group: string) => (GROUPS.includes(group) ? GROUPS.indexOf(group) : GROUPS.length);
