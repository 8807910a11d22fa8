/** One sitting at one exercise: what is being done, where the player stands, and the answers so far. */
import type { ExerciseDone, Outcome } from "../../../shared/record/kinds.ts";
import { type Player, newPlayer, outcomeOf, setsDone, stepsOf } from "../../../shared/rules/player.ts";
import type { TodayItem } from "../../../shared/rules/today.ts";

export interface Answers {
  outcome: Outcome;
  pain: number | null;
  effort: number | null;
  confident: boolean | null;
  note: string;
}

export interface Session {
  programme: string;
  exercise: string;
  level: number;
  gentle: boolean;
  stage: "running" | "leaving" | "after";
  player: Player;
  answers: Answers | null;
  /** When this was last kept on the phone, in milliseconds. */
  kept_at: number;
  /** When the exercise ended, in milliseconds: the entry belongs to that day, however late the answers come. */
  ended_at: number | null;
}

/** Draft name and shape; another shape gets another version, and old drafts are then let go. */
export const draftName = (exercise: string): string => `exercise ${exercise}`;
export const DRAFT_VERSION = 1;

/** A sitting interrupted longer than this asks before going on. */
const LONG_AGO_MS = 30 * 60_000;

export function newSession(programme: string, item: TodayItem, paced: boolean, now: number): Session {
  const { exercise, level, gentle, dose } = item;
  const steps = stepsOf(exercise.kind, dose, exercise.sided);
  const player = newPlayer(steps, paced, now);
  return {
    programme, exercise: exercise.slug, level, gentle, stage: "running", player, answers: null, kept_at: now, ended_at: null,
  };
}

/** On to the questions; what was done so far fills in the first of them. */
export function toAnswers(session: Session, outcome: Outcome = outcomeOf(session.player)): Session {
  const answers = session.answers ?? { outcome, pain: null, effort: null, confident: null, note: "" };
  return { ...session, stage: "after", ended_at: session.ended_at ?? session.kept_at, answers: { ...answers, outcome } };
}

export const isLongAgo = (session: Session, now: number): boolean => Math.abs(now - session.kept_at) > LONG_AGO_MS;

/** What is saved. Nothing is asked about pain or effort that was not felt. */
export function entryOf(session: Session, answers: Answers): ExerciseDone {
  const { programme, exercise, level, gentle, player } = session;
  const { outcome, note } = answers;
  const felt = outcome !== "skipped";
  return {
    programme, exercise, level, gentle, outcome,
    sets: felt ? Math.min(20, setsDone(player)) : 0,
    pain: felt ? answers.pain : null,
    effort: felt ? answers.effort : null,
    confident: felt ? answers.confident : null,
    ...(note.trim() && { note: note.trim() }),
  };
}
