/**
 * What a listing can be filtered by, as bits of one number: the names of backend/jointly/listings/facets.py in the same
 * order, which a test holds equal. There are more than 32 of them, so they are told apart by dividing.
 */

export const FACETS = [
  "free", "online", "in-person", "step-free", "accessible-toilet", "parking", "hearing-loop", "seated", "beginners",
  "met-at-door", "carers", "drop-in", "self-referral", "quiet", "women-only", "men-only",
] as const;
export const KINDS = ["activity", "peer-support", "service"] as const;
export const CONDITIONS = [
  "back", "neck", "shoulder", "hip", "knee", "hands", "feet", "osteoarthritis", "inflammatory-arthritis", "fibromyalgia",
  "osteoporosis", "long-term-pain", "falls",
] as const;
export const GROUPS = [
  "gentle-movement", "stretch", "water", "walking", "strength-and-balance", "aerobic", "cycling", "rehabilitation", "social",
  "talking", "learning", "advice",
] as const;
export const ORDER = [...FACETS, ...KINDS, ...CONDITIONS, ...GROUPS] as const;

export type Facet = (typeof FACETS)[number];
export type Name = (typeof ORDER)[number];

/** Whether the bit of this name is in the number. */
export const has = (facets: number, name: Name): boolean => Math.floor(facets / 2 ** ORDER.indexOf(name)) % 2 === 1;

/** The names of these bits, in their order. */
export const namesOf = <N extends Name>(facets: number, among: readonly N[]): N[] => among.filter((name) => has(facets, name));

/** The number with the bits of these names. */
export const mask = (names: Iterable<Name>): number => [...new Set(names)].reduce((sum, name) => sum + 2 ** ORDER.indexOf(name), 0);
