/** Words of what was suggested: where it stands, every step, and who is who in them. */
import suggested from "content/messages/en/suggested.ftl?raw";
import { type Day, dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { shortDayWords, timeWords } from "../../../shared/datewords.ts";
import { calledOff, type Happened, lastOf, type Suggestion, visitOf } from "../../../shared/rules/suggested.ts";
import { locale, words } from "../../messages.ts";

export const t = words(suggested);

/** An instant by this phone's clock. */
const here = (instant: string): string => localTime(new Date(instant), phoneClock.zone());

/** The day of an instant by this phone's clock. */
export const dayHere = (instant: string): Day => dayOf(here(instant));

/** "Monday 23 November" */
export const onDay = (instant: string): string => shortDayWords(dayHere(instant), locale);

/** "Tuesday 1 December at 10:30am" */
export const startWords = (instant: string): string => t("visit-start", { at: onDay(instant), time: timeWords(here(instant)) });

type Names = Pick<Suggestion, "called" | "organisation">;

/** Who is who inside a sentence; `atStart` are the same at its beginning. */
export const namesOf = ({ called, organisation }: Names) => ({ called: called ?? t("suggested-team"), group: organisation ?? t("suggested-group") });
export const namesAtStart = ({ called, organisation }: Names) => ({ called: called ?? t("suggested-team-start"), group: organisation ?? t("suggested-group-start") });

/** When the state came about: "Monday 23 November". */
const since = (suggestion: Suggestion, kind: string): string => onDay(lastOf(suggestion, kind)?.at ?? suggestion.suggested_at);

/** Where it stands, in a sentence. */
export function standsWords(suggestion: Suggestion, now = new Date()): string {
  const { kind, state, start, visits = 0, outcome } = suggestion;
  const [inside, first] = [namesOf(suggestion), namesAtStart(suggestion)];
  const off = calledOff(suggestion, now);
  if (off) return off.start ? t("stands-off-start", { start: startWords(off.start) }) : t("stands-off");
  const offered = visitOf(suggestion).start;
  switch (state) {
    case "suggested": return t("stands-suggested");
    case "agreed": return kind === "activity" ? t("stands-agreed", { called: first.called, group: inside.group }) : t("stands-agreed-own");
    case "sent": return t("stands-sent", { called: first.called, group: inside.group, day: since(suggestion, "send") });
    case "seen": return t("stands-seen", { group: first.group, day: since(suggestion, "seen") });
    case "offered": return t(offered ? "stands-offered-start" : "stands-offered", { group: first.group, ...(offered && { start: startWords(offered) }) });
    case "waiting": return t("stands-waiting", { group: inside.group });
    case "full": case "unsuitable": return t(`stands-${state}`, { group: first.group, called: first.called });
    case "booked": return start ? t("stands-booked", { start: startWords(start) }) : t("stands-booked-unknown");
    case "going": return kind === "activity" ? t("stands-going", { visits }) : t("stands-going-own");
    case "missed": return t("stands-missed");
    case "closed": if (outcome === "withdrawn" && endedByShare(suggestion)) return t("stands-withdrawn-shared");
      return t(`stands-${outcome && ENDS.includes(outcome) ? outcome : "other"}`);
  }
}

/** A share that a person ended, or that ran out, ends what it was for. */
const endedByShare = (suggestion: Suggestion): boolean => lastOf(suggestion, "withdraw")?.side !== "worker";

const ENDS: readonly string[] = ["said-no", "going-on", "done", "stopped", "not-suitable", "withdrawn"];

/** "Suggested by Sam on Monday 23 November" */
export const byWords = (suggestion: Suggestion): string =>
  t("suggested-by", { called: namesOf(suggestion).called, day: onDay(suggestion.suggested_at) });

const STEPS: readonly string[] = [
  "suggest", "yes", "no", "ask", "say", "send", "seen", "offer", "wait", "full", "unsuitable", "book", "been", "missed", "off", "finish", "withdraw", "undo",
];

/** A step in words, without its day. */
export function stepWords(suggestion: Suggestion, step: Happened): string {
  const late = isLate(step);
  if (late) return t("happened-late", { answer: step.words!, called: namesOf(suggestion).called });
  const { group } = step.kind === "send" ? namesOf(suggestion) : namesAtStart(suggestion);
  if (step.kind === "withdraw" && (step.side === "person" || step.side === "service")) return t(`happened-withdraw-${step.side}`);
  if (step.kind === "book" && step.start) return t("happened-book-start", { start: startWords(step.start) });
  return t(`happened-${STEPS.includes(step.kind) ? step.kind : "other"}`, { who: whoWords(suggestion, step), group });
}

/** An answer that came when things had changed was kept as a message: its word is what they had pressed. */
export const isLate = ({ kind, side, words }: Happened): boolean => kind === "say" && side === "person" && LATE.includes(words ?? "");
const LATE: readonly string[] = ["yes", "no", "book", "been", "missed", "finish", "withdraw"];

/** Who took a step: "You", "Sam", "Thornbeck Movers". */
export function whoWords(suggestion: Suggestion, { side, called }: Happened): string {
  if (side === "person") return t("happened-you");
  const names = namesAtStart(suggestion);
  return side === "group" ? (suggestion.organisation ?? called ?? names.group) : (called ?? names.called);
}
