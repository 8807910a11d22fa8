/**
 * Which printed rule of an exercise's ladder a person's own entries meet, and why. Nothing moves by itself: the person
 * chooses up, stay or down. The same rule with the same worked cases (tests/verification/ladder.yaml) is in
 * jointly.plans.rules. Pain bands and counts come from the programme's content, never from here.
 */
import type { Outcome } from "../record/kinds.ts";
import type { LadderFacts } from "../content/types.ts";
import type { Day } from "../dates.ts";

export type Bands = Pick<LadderFacts, "go_max" | "caution_max" | "sessions_to_move_up">;

/** One time the exercise was done, as the person told it. */
export interface Session {
  on: Day;
  level: number;
  outcome: Outcome;
  gentle: boolean;
  /** worst pain during it, 0 to 10; null when not said */
  pain: number | null;
  confident: boolean | null;
  /** had it settled by next morning? null when not answered */
  settled: boolean | null;
}

export type Reason =
  | "no-sessions" | "stop-band" | "not-settled"
  | "caution-band" | "not-settled-before" | "flare" | "part" | "gentle" | "not-confident"
  | "pain-not-said" | "confidence-not-said" | "settled-not-said" | "too-few" | "top-level" | "all-well";

export interface Finding {
  rule: "up" | "stay" | "down" | null;
  reason: Reason;
  /** sessions at this level that the finding rests on */
  sessions: number;
  /** the pain score that decided, where one did */
  pain: number | null;
  /** at the lowest level already, so "down" means half as much or the bad-day version */
  lowest: boolean;
}

export interface LadderQuestion {
  /** oldest first; those at other levels are left out of account */
  sessions: readonly Session[];
  level: number;
  levels: number;
  bands: Bands;
  /** bad days */
  flares: readonly Day[];
}

export function ruleMet({ sessions, level, levels, bands, flares }: LadderQuestion): Finding {
  const here = sessions.filter((session) => session.level === level && session.outcome !== "skipped");
  const latest = here.at(-1);
  const say = (rule: Finding["rule"], reason: Reason, count: number, pain: number | null = null): Finding =>
    ({ rule, reason, sessions: count, pain, lowest: level <= 1 });
  if (!latest) return say(null, "no-sessions", 0);
  if (latest.pain !== null && latest.pain > bands.caution_max) return say("down", "stop-band", 1, latest.pain);
  if (latest.settled === false) return say("down", "not-settled", 1);

  const recent = here.slice(-bands.sessions_to_move_up);
  for (const session of recent.toReversed()) {
    const caution = cautionIn(session, bands);
    if (caution) return say("stay", caution, recent.length, caution === "caution-band" || caution === "stop-band" ? session.pain : null);
  }
  if (flares.some((day) => day >= recent[0]!.on)) return say("stay", "flare", recent.length);
  if (recent.length < bands.sessions_to_move_up) return say("stay", "too-few", recent.length);
  if (level >= levels) return say("stay", "top-level", recent.length);
  return say("up", "all-well", recent.length);
}

/** What in one session speaks against moving up, if anything does. */
function cautionIn(session: Session, bands: Bands): Reason | null {
  if (session.pain !== null && session.pain > bands.caution_max) return "stop-band";
  if (session.pain !== null && session.pain > bands.go_max) return "caution-band";
  if (session.settled === false) return "not-settled-before";
  if (session.gentle) return "gentle";
  if (session.outcome === "part") return "part";
  if (session.confident === false) return "not-confident";
  if (session.pain === null) return "pain-not-said";
  if (session.confident === null) return "confidence-not-said";
  if (session.settled === null) return "settled-not-said";
  return null;
}
