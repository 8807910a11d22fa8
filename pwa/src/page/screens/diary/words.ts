/** What an entry says, in a line and in details. */
import diary from "content/messages/en/diary.ftl?raw";
import { type Day, dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords, dayWords, shortDayWords, timeWords } from "../../../shared/datewords.ts";
import type { Bodies, Kind } from "../../../shared/record/kinds.ts";
import type { Entry, Version } from "../../../shared/record/versions.ts";
import { exerciseName } from "../../exercise-names.ts";
import { locale, words } from "../../messages.ts";
import { lists } from "../../state.ts";
import { aboutLines } from "../account/about-words.ts";
import { planBrief, planSays } from "../plan/says.ts";
import { ownDateLine, ownDateLines, remindingLine } from "./reminder-words.ts";
import { safetyLine, safetyLines } from "./safety-words.ts";
import { answerLine, answerLines, prescriptionLine, prescriptionLines } from "./support-words.ts";
import { checkInLine, checkInLines, goalLine, goalLines, pathwayLine, pathwayLines, scoreLine, scoreLines } from "./check-in-words.ts";

export const t = words(diary);

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
  goal: goalLine,
  pathway: pathwayLine,
  "check-in": checkInLine,
  score: scoreLine,
  safety: safetyLine,
  prescription: prescriptionLine,
  answer: answerLine,
  "own-date": ownDateLine,
  reminding: remindingLine,
};

type Details = { [K in Kind]?: (body: Bodies[K]) => string[] };

/** All that there is beside the line; a kind that is not here has nothing more to say. */
const details: Details = {
  about: aboutLines,
  plan: planSays,
  pain: ({ regions }) => (regions.length ? [regionNames(regions)] : []),
  exercise: exerciseLines,
  goal: goalLines,
  pathway: pathwayLines,
  "check-in": checkInLines,
  score: scoreLines,
  safety: safetyLines,
  prescription: prescriptionLines,
  answer: answerLines,
  "own-date": ownDateLines,
};

/** Kinds whose details are too many for a list. */
const LONG: readonly Kind[] = ["about", "goal", "check-in", "score"];

function line<K extends Kind>(kind: K, body: Bodies[K], { previous }: Version): string {
  return lines[kind](body, previous === null);
}

/** "Pain 4 out of 10"; for a deleted entry what it said last. */
export function lineOf({ kind, body, head, versions }: Entry): string {
  return line(kind, body, head.body ? head : versions.findLast((version) => version.body) ?? head);
}

/** What there is beside the line in a list: where, the version done, the days of a plan. */
export function briefOf<K extends Kind>(kind: K, body: Bodies[K]): string[] {
  if (LONG.includes(kind)) return [];
  if (kind === "plan") return planBrief(body as Bodies["plan"]);
  return kind === "exercise" ? exerciseBrief(body as Bodies["exercise"]) : detailsOf(kind, body);
}

/** All that there is beside the line and the note. */
export function detailsOf<K extends Kind>(kind: K, body: Bodies[K]): string[] {
  return details[kind]?.(body) ?? [];
}

function exerciseBrief({ gentle, level, pain }: Bodies["exercise"]): string[] {
  const done = gentle ? t("exercise-gentle") : t("diary-level", { level: String(level) });
  return pain === null ? [done] : [done, t("diary-pain-during", { score: String(pain) })];
}

function exerciseLines(body: Bodies["exercise"]): string[] {
  const { sets, effort, confident } = body;
  return [
    ...exerciseBrief(body),
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
