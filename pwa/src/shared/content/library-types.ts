/** The library as it reaches the phone: every exercise with all its words and its picture. */
import type { FigureFacts } from "./figure-types.ts";
import type { Exercise } from "./types.ts";

/** What exercises are sorted by, in the order in which they are shown. */
export const GROUPS = ["knee", "hip", "back", "neck", "shoulder", "hand", "foot", "balance", "breath", "aerobic"] as const;
export type Group = (typeof GROUPS)[number];

export interface LibraryExercise extends Exercise {
  version: number;
  group: Group;
  /** the exercise that can be done instead, sitting down */
  seated: string | null;
  mistakes: string[];
  /** when to stop this one, besides what stops any exercise */
  stop_if: string[];
  /** what the picture shows, for those who do not see it */
  picture: string;
  /** what people may type who mean this; not in what a phone kept from before there were any */
  search?: string[];
  figure: FigureFacts;
}

/** The pack `library`, in order of title. */
export interface Library {
  exercises: LibraryExercise[];
}
