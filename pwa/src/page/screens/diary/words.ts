/** What an entry says, in a line and in details. */
import diary from "content/messages/en/diary.ftl?raw";
import type { Bodies, Kind } from "../../../shared/record/kinds.ts";
import { locale, words } from "../../messages.ts";
import { lists, programme } from "../../state.ts";

export const t = words(diary);

const exerciseName = (slug: string) => programme.value?.exercises.find((each) => each.slug === slug)?.title ?? slug;

export function regionNames(slugs: string[]): string {
  const names = slugs.map((slug) => lists.value?.regions.find((region) => region.slug === slug)?.name ?? slug);
  return new Intl.ListFormat(locale, { type: "unit" }).format(names);
}

type Lines = { [K in Kind]: (body: Bodies[K]) => string };

const lines: Lines = {
  pain: ({ score }) => t("pain-line", { score: String(score) }),
  exercise: ({ exercise, outcome }) => t(`exercise-${outcome}`, { exercise: exerciseName(exercise) }),
  settled: ({ settled }) => t(settled ? "settled-yes" : "settled-no"),
  "bad-day": () => t("bad-day"),
  level: ({ exercise, level }) => t("level-line", { exercise: exerciseName(exercise), level: String(level) }),
  plan: () => t("plan-line"),
};

/** "Pain 4 out of 10" */
export function lineOf<K extends Kind>(kind: K, body: Bodies[K]): string {
  return lines[kind](body);
}

/** What there is beside the line: where, how it felt, the version done. */
export function detailsOf(kind: Kind, body: Bodies[Kind]): string[] {
  if (kind === "pain") {
    const { regions } = body as Bodies["pain"];
    return regions.length ? [regionNames(regions)] : [];
  }
  if (kind !== "exercise") return [];
  const { gentle, level, pain } = body as Bodies["exercise"];
  const done = gentle ? t("exercise-gentle") : t("diary-level", { level: String(level) });
  return pain === null ? [done] : [done, t("diary-pain-during", { score: String(pain) })];
}

export function noteOf(body: Bodies[Kind]): string {
  return "note" in body ? (body.note ?? "") : "";
}
