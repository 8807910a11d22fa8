import type { Choosable } from "../../../shared/rules/adapting.ts";
import type { Findable } from "../../../shared/rules/finding.ts";
import { t } from "./words.ts";

/** What an exercise is found by: its name, what it is for, how it is done and what it needs. */
export function findable<E extends Choosable>(exercise: E): Findable & { exercise: E } {
  const { title, purpose, group, position, equipment, steps, search = [] } = exercise;
  const sortedUnder = group ? { group: `${t("library-group", { group })} ${group}` } : {};
  const places = [t("library-position", { position }), t("library-position-words", { position })];
  return {
    exercise, title, ...sortedUnder, summary: purpose,
    search: [...search, ...places, ...equipment], text: steps.join(" "),
  };
}
