import type { Schemas } from "../../../../shared/api/schema.d.ts";
import { announce } from "../../../announce.ts";
import { focusHeading } from "../../../focus.ts";
import { useDoing } from "../doing.tsx";
import { onSuggestion } from "../writing.ts";

type Said = Omit<Schemas["NewStep"], "at">;

/** Takes a step of a suggestion and says that it was kept; `when` it happened, if not now. Words that were left empty are left out. */
export function useMove(suggestion: string) {
  const doing = useDoing();
  const take = async (said: Said, done: string, when?: string): Promise<string | null> => {
    let step: string | null = null;
    const said_something = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value])
      .filter(([, value]) => value !== "" && value !== null && value !== undefined)) as Said;
    await doing.run(async () => {
      step = await onSuggestion(suggestion, said_something, when);
      setTimeout(keepFocus, DRAWN_MS);
      announce(done);
    });
    return step;
  };
  return { take, say: doing.say, Trouble: doing.Trouble };
}

const DRAWN_MS = 50;

/** What was pressed may be gone, as something else comes next now: reading goes on at the heading, below which that stands. */
function keepFocus(): void {
  if (document.activeElement === document.body) focusHeading();
}

/** What the field for a day and a time holds, as an instant; null where it holds none. */
export const instantOf = (local: string): string | null => (local ? new Date(local).toISOString() : null);

/** An instant as the field for a day and a time takes it. */
export function localOf(instant: string | null): string {
  if (!instant) return "";
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
