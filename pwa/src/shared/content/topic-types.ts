/** The pack `topics` as it reaches the phone: short pages by their slug. */
import type { Block } from "./types.ts";

export const GROUPS = ["moving", "daily-life", "mind", "work"] as const;

export interface Topic {
  slug: string;
  version: number;
  /** where it stands in its group */
  order: number;
  group: (typeof GROUPS)[number];
  title: string;
  /** what a list shows */
  summary: string;
  sections: { heading: string; words: Block[] }[];
  /** what people may type for it */
  search: string[];
  approved: boolean;
}

export type Topics = { [slug: string]: Topic };
