/** The person's own copy: a sheet in words, and everything as it is kept. */
import type { Lists, Programme } from "../../../shared/content/types.ts";
import type { Bodies, Kind } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Cell } from "./csv.ts";
import { writtenWords } from "../../written.ts";
import { aboutLines } from "../account/about-words.ts";
import { planSays } from "../plan/says.ts";
import { t } from "./words.ts";

const COLUMNS = [
  "date", "time", "kind", "exercise", "level", "gentle", "outcome", "sets", "pain", "where", "effort", "sure",
  "about", "settled", "plan", "written", "note",
] as const;
type Column = (typeof COLUMNS)[number];
type Cells = { [column in Column]?: Cell };

/** One line an entry, oldest first, with a line of headings. Deleted entries and earlier versions are in the JSON. */
export function spreadsheet(entries: readonly Entry[], programme: Programme | null, lists: Lists | null): Cell[][] {
  const rows = entries.toReversed().map((entry) => {
    const cells: Cells = { ...cellsOf(entry, programme, lists), ...whenAndWhat(entry) };
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

function cellsOf(entry: Entry, programme: Programme | null, lists: Lists | null): Cells {
  const title = (slug: string) => programme?.exercises.find((exercise) => exercise.slug === slug)?.title ?? slug;
  if (is(entry, "pain")) {
    const { score, regions, note } = entry.body;
    const where = regions.map((slug) => lists?.regions.find((region) => region.slug === slug)?.name ?? slug);
    return { pain: score, where: where.join("; "), note: note ?? null };
  }
  if (is(entry, "exercise")) {
    const { exercise, level, gentle, outcome, sets, pain, effort, confident, note } = entry.body;
    return {
      exercise: title(exercise), level, gentle: yesNo(gentle), outcome: t("csv-outcome-name", { outcome }), sets,
      pain, effort, sure: yesNo(confident), note: note ?? null,
    };
  }
  if (is(entry, "settled")) return { about: entry.body.on, settled: yesNo(entry.body.settled) };
  if (is(entry, "bad-day")) return { about: entry.body.on };
  if (is(entry, "plan")) return { plan: planSays(entry.body).join("; ") };
  if (is(entry, "level")) return { exercise: title(entry.body.exercise), level: entry.body.level };
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
