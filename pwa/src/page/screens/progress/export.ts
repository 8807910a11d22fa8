/** The person's own copy: a sheet in words, and everything as it is kept. */
import type { Lists } from "../../../shared/content/types.ts";
import type { Bodies, Kind } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Cell } from "./csv.ts";
import { exerciseName } from "../../exercise-names.ts";
import { writtenWords } from "../../written.ts";
import { aboutLines } from "../account/about-words.ts";
import { checkInLine, checkInLines, goalLine, goalLines, pathwayLine, pathwayLines, scoreLine, scoreLines } from "../diary/check-in-words.ts";
import { safetyLine, safetyLines } from "../diary/safety-words.ts";
import { ownDateLine, ownDateLines, remindingLine } from "../diary/reminder-words.ts";
import { answerLine, answerLines, prescriptionLine, prescriptionLines } from "../diary/support-words.ts";
import { planSays } from "../plan/says.ts";
import { t } from "./words.ts";

const COLUMNS = [
  "date", "time", "kind", "exercise", "level", "gentle", "outcome", "sets", "pain", "where", "effort", "sure",
  "about", "settled", "plan", "check-in", "answers", "goal", "written", "note",
] as const;
type Column = (typeof COLUMNS)[number];
type Cells = { [column in Column]?: Cell };

/** One line an entry, oldest first, with a line of headings. Deleted entries and earlier versions are in the JSON. */
export function spreadsheet(entries: readonly Entry[], lists: Lists | null): Cell[][] {
  const rows = entries.toReversed().map((entry) => {
    const cells: Cells = { ...cellsOf(entry, lists), ...whenAndWhat(entry) };
    return COLUMNS.map((column) => cells[column] ?? null);
  });
  return [COLUMNS.map((column) => t(`csv-${column}`)), ...rows];
}

const whenAndWhat = (entry: Entry): Cells => ({
  date: entry.day,
  time: entry.at.slice(11, 16),
  kind: t("csv-kind-name", { kind: entry.kind }),
  written: writtenWords(entry.head) || null,
});

function cellsOf(entry: Entry, lists: Lists | null): Cells {
  if (is(entry, "pain")) {
    const { score, regions, note } = entry.body;
    const where = regions.map((slug) => lists?.regions.find((region) => region.slug === slug)?.name ?? slug);
    return { pain: score, where: where.join("; "), note: note ?? null };
  }
  if (is(entry, "exercise")) {
    const { exercise, level, gentle, outcome, sets, pain, effort, confident, note } = entry.body;
    return {
      exercise: exerciseName(exercise), level, gentle: yesNo(gentle), outcome: t("csv-outcome-name", { outcome }), sets,
      pain, effort, sure: yesNo(confident), note: note ?? null,
    };
  }
  if (is(entry, "settled")) return { about: entry.body.on, settled: yesNo(entry.body.settled) };
  if (is(entry, "bad-day")) return { about: entry.body.on };
  if (is(entry, "plan")) return { plan: planSays(entry.body).join("; ") };
  if (is(entry, "level")) return { exercise: exerciseName(entry.body.exercise), level: entry.body.level };
  if (is(entry, "goal")) return { goal: [goalLine(entry.body), ...goalLines(entry.body)].join("; ") };
  if (is(entry, "pathway")) return { "check-in": [pathwayLine(entry.body, !entry.head.previous), ...pathwayLines(entry.body)].join("; ") };
  if (is(entry, "check-in")) return { about: entry.body.on, "check-in": checkInLine(entry.body), answers: checkInLines(entry.body).join("; ") };
  if (is(entry, "score")) return { about: entry.body.on, answers: [scoreLine(entry.body), ...scoreLines(entry.body)].join("; ") };
  if (is(entry, "safety")) return { "check-in": [safetyLine(entry.body), ...safetyLines(entry.body)].join("; ") };
  if (is(entry, "own-date")) return { about: entry.body.on, note: [ownDateLine(entry.body), ...ownDateLines(entry.body)].join("; ") };
  if (is(entry, "reminding")) return { note: remindingLine() };
  if (is(entry, "prescription")) return { note: [prescriptionLine(entry.body), ...prescriptionLines(entry.body)].join("; ") };
  if (is(entry, "answer")) return { note: [answerLine(entry.body), ...answerLines(entry.body)].join("; ") };
  if (is(entry, "about")) return { note: aboutLines(entry.body).join("; ") };
  return {};
}

const is = <K extends Kind>(entry: Entry, kind: K): entry is Entry<K> & { body: Bodies[K] } => entry.kind === kind;

const yesNo = (said: boolean | null): Cell => (said === null ? null : t(said ? "csv-yes" : "csv-no"));

/** Every entry with every version of it, deleted ones too, as JSON. */
export function everything(entries: readonly Entry[], made_at: Date): string {
  const kept = [...entries]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, kind, gone, versions }) => ({ id, kind, gone, versions }));
  return JSON.stringify({ made_at: made_at.toISOString(), entries: kept }, null, 2);
}
