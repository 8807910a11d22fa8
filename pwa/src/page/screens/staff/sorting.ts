import { locale } from "../../messages.ts";
import type { Person } from "./People.tsx";

export type Column = "name" | "joined" | "last-heard";

/** A copy in order; people never heard from come last either way. */
export function sorted(people: readonly Person[], column: Column, up: boolean): Person[] {
  const way = up ? 1 : -1;
  return [...people].sort((a, b) => {
    if (column === "name") return way * a.called.localeCompare(b.called, locale);
    if (column === "joined") return way * (Date.parse(a.joined_at) - Date.parse(b.joined_at));
    if (!a.last_heard_at || !b.last_heard_at) return Number(!a.last_heard_at) - Number(!b.last_heard_at);
    return way * (Date.parse(a.last_heard_at) - Date.parse(b.last_heard_at));
  });
}
