/** What an entry says, in a line and in details. */
import diary from "content/messages/en/diary.ftl?raw";
import { type Day, dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords, dayWords, shortDayWords, timeWords } from "../../../shared/datewords.ts";
import type { Bodies, Kind } from "../../../shared/record/kinds.ts";
import type { Entry, Version } from "../../../shared/record/versions.ts";
import { locale, words } from "../../messages.ts";
import { lists, programme } from "../../state.ts";
import { aboutLines } from "../account/about-words.ts";
import { planSays } from "../plan/says.ts";

export const t = words(diary);

const exerciseName = (slug: string) => programme.value?.exercises.find((each) => each.slug === slug)?.title ?? slug;

export function regionNames(slugs: string[]): string {
  const names = slugs.map((slug) => lists.value?.regions.find((region) => region.slug === slug)?.name ?? slug);
  return new Intl.ListFormat(locale, { type: "unit" }).format(names);
}

type Lines = { [K in Kind]: (body: Bodies[K], first: boolean) => string };

const lines: Lines = {
  pain: ({ score }) => t("pain-line", { score: String(score) }),
  exercise: ({ exercise, outcome }) => t(`exercise-${outcome}`, { exercise: exerciseName(exercise) }),
  settled: ({ on, settled }) => t(settled ? "settled-yes" : "settled-no", { day: shortDayWords(on, locale) }),
  "bad-day": () => t("bad-day"),
  level: ({ exercise, level }) => t("level-line", { exercise: exerciseName(exercise), level: String(level) }),
  about: (_, first) => t(first ? "about-you-first" : "about-you-changed"),
  plan: (_, first) => t(first ? "plan-started" : "plan-changed"),
};

function line<K extends Kind>(kind: K, body: Bodies[K], { previous }: Version): string {
  return lines[kind](body, previous === null);
}

/** "Pain 4 out of 10"; for a deleted entry what it said last. */
export function lineOf({ kind, body, head, versions }: Entry): string {
  return line(kind, body, head.body ? head : versions.findLast((version) => version.body) ?? head);
}

/** What there is beside the line in a list: where, the version done, the days of a plan. */
export function briefOf(kind: Kind, body: Bodies[Kind]): string[] {
  if (kind === "about") return [];
  if (kind === "plan") return planSays(body as Bodies["plan"]);
  if (kind === "pain") {
    const { regions } = body as Bodies["pain"];
    return regions.length ? [regionNames(regions)] : [];
  }
  if (kind !== "exercise") return [];
  const { gentle, level, pain } = body as Bodies["exercise"];
  const done = gentle ? t("exercise-gentle") : t("diary-level", { level: String(level) });
  return pain === null ? [done] : [done, t("diary-pain-during", { score: String(pain) })];
}

/** All that there is beside the line and the note. */
export function detailsOf(kind: Kind, body: Bodies[Kind]): string[] {
  if (kind === "about") return aboutLines(body as Bodies["about"]);
  if (kind !== "exercise") return briefOf(kind, body);
  const { sets, effort, confident } = body as Bodies["exercise"];
  return [
    ...briefOf(kind, body),
    ...(sets ? [t("diary-sets", { sets })] : []),
    ...(effort === null ? [] : [t("diary-effort", { score: String(effort) })]),
    ...(confident === null ? [] : [t(confident ? "diary-sure" : "diary-not-sure")]),
  ];
}

export function noteOf(body: Bodies[Kind]): string {
  return "note" in body ? (body.note ?? "") : "";
}

/** All that a version says; with its day, where that is not the day on which the entry stands now. */
export function versionSays(version: Version, now: Day): string {
  const { kind, body, at } = version;
  if (!body) return t("history-deleted");
  const day = dayOf(at);
  return [day === now ? "" : dayWords(day, locale), line(kind, body, version), ...detailsOf(kind, body), noteOf(body)].filter(Boolean).join(" · ");
}

/** When a version was written: its id begins with that instant in milliseconds (UUIDv7). */
export function madeAt({ id }: Version): string {
  const made = localTime(new Date(parseInt(id.replace("-", "").slice(0, 12), 16)), phoneClock.zone());
  return `${dateWords(dayOf(made), locale)}, ${timeWords(made)}`;
}
