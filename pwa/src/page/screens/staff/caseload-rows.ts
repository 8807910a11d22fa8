/** One row a person: everybody of the service, with their line of the caseload where they share check-ins. */
import type { Answer } from "../../../shared/api/client.ts";
import { locale } from "../../messages.ts";

export type Person = Answer<"GET /api/people">["people"][number];
export type Caseload = Answer<"GET /api/caseload">;
export type Line = Caseload["people"][number];

export interface Row extends Person {
  line: Line | null;
}

/** In the order of the printed rules; those who share no check-ins come after, as the list of people has them. */
export function rowsOf(people: readonly Person[], { people: lines }: Caseload): Row[] {
  const known = new Map(people.map((person) => [person.person, person]));
  const listed = new Set(lines.map((line) => line.person));
  return [
    ...lines.map((line): Row => ({ ...(known.get(line.person) ?? { ...line, joined_at: line.shared_at }), line })),
    ...people.filter(({ person }) => !listed.has(person)).map((person): Row => ({ ...person, line: null })),
  ];
}

export const FILTERS = ["all", "attention", "mine", "untaken", "overdue", "due", "not-started", "unshared"] as const;
export type Filter = (typeof FILTERS)[number];

/** Reasons that ask something of somebody now. */
const NOTHING_ASKED: readonly string[] = ["not-started", "supported", "not-yet", "other", "finished"];

/** Whether a row is shown under a filter, for the member of staff whose id is `me`. */
export function passes({ line }: Row, filter: Filter, me: string | undefined): boolean {
  if (filter === "all") return true;
  if (filter === "unshared") return line === null;
  if (filter === "mine") return line?.support?.owner === me;
  if (filter === "untaken") return line?.why.some(({ code }) => code === "arrived") ?? false;
  return line?.why.some(({ code }) => (filter === "attention" ? !NOTHING_ASKED.includes(code) : code === filter)) ?? false;
}

export type Column = "order" | "name" | "check-in" | "last-heard";

/** A copy in order; people without a date come last either way. The rules' own order is the one that rows come in. */
export function sorted(rows: readonly Row[], column: Column, up: boolean): Row[] {
  const way = up ? 1 : -1;
  if (column === "order") return up ? [...rows] : rows.toReversed();
  const date = (row: Row) => (column === "check-in" ? row.line?.last_check_in : row.last_heard_at);
  return rows.toSorted((a, b) => {
    if (column === "name") return way * (a.called ?? "").localeCompare(b.called ?? "", locale);
    const [first, second] = [date(a), date(b)];
    if (!first || !second) return Number(!first) - Number(!second);
    return way * (Date.parse(first) - Date.parse(second));
  });
}
