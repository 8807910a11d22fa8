/** What a person can record, and the shape of each kind's body. The server's schemas are the other half. */
import type { Day, Weekday } from "../dates.ts";

export interface Pain {
  /** 0 (no pain) to 10 */
  score: number;
  /** slugs of body regions, at most 30 */
  regions: string[];
  /** at most 4,000 characters; left out when empty */
  note?: string;
}

export type Outcome = "done" | "part" | "skipped";

export interface ExerciseDone {
  programme: string;
  exercise: string;
  /** 1 to 9 */
  level: number;
  /** true when the bad-day version was done */
  gentle: boolean;
  outcome: Outcome;
  /** 0 to 20 */
  sets: number;
  /** worst pain during the exercise, 0 to 10 */
  pain: number | null;
  /** 0 to 10 */
  effort: number | null;
  /** did the movement feel under control? */
  confident: boolean | null;
  note?: string;
}

/** The answer, next morning, about the exercises of day `on`: had pain settled? */
export interface Settled {
  on: Day;
  settled: boolean;
}

export interface BadDay {
  on: Day;
}

export type LevelChoice = "up" | "stay" | "down" | "set";

/** The person's own choice of level for one exercise; the latest one holds. */
export interface LevelChosen {
  programme: string;
  exercise: string;
  level: number;
  choice: LevelChoice;
  /** the printed rule that was shown beside the choice */
  rule: string | null;
}

/** When the person does a programme. One entry a programme, corrected by new versions. */
export interface Plan {
  programme: string;
  started_on: Day;
  /** times of day ("09:00") for each weekday that has any */
  days: Partial<{ [weekday in Weekday]: string[] }>;
  paused: { from: Day; until: Day | null } | null;
}

export interface Bodies {
  pain: Pain;
  exercise: ExerciseDone;
  settled: Settled;
  "bad-day": BadDay;
  level: LevelChosen;
  plan: Plan;
}

export type Kind = keyof Bodies;
