/** The pack `safety` as it reaches the phone: care cards in three tiers, and the numbers that they name. */
import type { Block } from "./types.ts";

export type Tier = "emergency" | "urgent" | "non-urgent";

export interface Sign {
  id: string;
  words: string;
}

/** One printed card. `heading` ends in "if:"; `action` is the same without it; `lead` goes before the signs. */
export interface CardPart {
  tier: Tier;
  heading: string;
  action: string;
  lead: string | null;
  signs: Sign[];
  advice: Block[];
  /** slugs of numbers */
  numbers: string[];
}

/** A care card of 1 or 2 parts, the one that cannot wait first. `tier` is where it stands in the list. */
export interface CareCard {
  slug: string;
  version: number;
  tier: Tier;
  title: string;
  parts: CardPart[];
  approved: boolean;
}

export interface HelpNumber {
  slug: string;
  purpose: "emergency" | "urgent" | "crisis" | "listening";
  /** empty when it is for all of the UK */
  where: ("england" | "wales" | "scotland" | "northern-ireland")[];
  way: "call" | "text" | "other";
  number: string | null;
  /** stands on top of the list of cards */
  top: boolean;
  name: string;
  words: string;
}

/** Cards, the most urgent tier first, and every number. */
export interface SafetyPack {
  cards: CareCard[];
  numbers: HelpNumber[];
}
