import { locale } from "../../messages.ts";
import type { Person } from "./People.tsx";

export type Column = "name" | "joined" | "last-heard";

/** A copy in order; people without a date come last either way. */
export function sorted(people: readonly Person[], column: Column, up: boolean): Person[] {
  const way = up ? 1 : -1;
  return [...people].sort((a, b) => {
    if (column === "name") return way * (a.called ?? "").localeCompare(b.called ?? "", locale);
    const [first, second] = column === "joined" ? [a.joined_at, b.joined_at] : [a.last_heard_at, b.last_heard_at];
    if (!first || !second) return Number(!first) - Number(!second);
    return way * (Date.parse(first) - Date.parse(second));
  });
}
