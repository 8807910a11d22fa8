/** What somebody looks for, as they chose it, and as it is asked. It stays while they look at what was found. */
import { computed, signal } from "@preact/signals";
import { KM_PER_MILE } from "../../../shared/listings/distance.ts";
import type { CONDITIONS, Facet, GROUPS, KINDS, Name } from "../../../shared/listings/facets.ts";
import type { Ask } from "../../../shared/listings/near.ts";
import type { Spot } from "../../../shared/listings/place.ts";
import { rounded } from "../../../shared/listings/place.ts";

export interface Filters {
  /** only what can be done from home */
  online: boolean;
  miles: number;
  days: number[];
  time: keyof typeof TIMES;
  needs: Facet[];
  kind: (typeof KINDS)[number] | null;
  groups: (typeof GROUPS)[number][];
  conditions: (typeof CONDITIONS)[number][];
  words: string;
  order: "near" | "soon";
}

export const MILES = [1, 2, 5, 10, 20];
/** Minutes of the day that something starts in. */
export const TIMES = { any: [null, null], morning: [null, 719], afternoon: [720, 1019], evening: [1020, null] } as const;
/** Those that are asked about at once; the rest is folded away. */
export const FIRST_NEEDS: Facet[] = ["free", "step-free", "seated", "beginners"];
export const OTHER_NEEDS: Facet[] = [
  "met-at-door", "drop-in", "self-referral", "accessible-toilet", "parking", "hearing-loop", "quiet", "carers", "women-only", "men-only",
];

const NOTHING_CHOSEN: Filters = {
  online: false, miles: 5, days: [], time: "any", needs: [], kind: null, groups: [], conditions: [], words: "", order: "near",
};

export const filters = signal<Filters>(NOTHING_CHOSEN);

export const choose = (changes: Partial<Filters>): void => { filters.value = { ...filters.value, ...changes }; };
export const clear = (): void => { filters.value = { ...NOTHING_CHOSEN, online: filters.value.online, miles: filters.value.miles }; };

/** With `one` in the list or out of it. */
export const toggled = <T>(list: readonly T[], one: T, on: boolean): T[] => [...list.filter((each) => each !== one), ...(on ? [one] : [])];

/** How many choices are folded away, so that nobody forgets them. */
export const foldedAway = computed(() => {
  const { needs, kind, groups, conditions, words, order } = filters.value;
  return needs.filter((name) => OTHER_NEEDS.includes(name)).length + groups.length + conditions.length + [kind, words.trim(), order === "soon"].filter(Boolean).length;
});

export const anyChosen = computed(() => {
  const { needs, days, time } = filters.value;
  return foldedAway.value > 0 || needs.length > 0 || days.length > 0 || time !== "any";
});

export function askOf({ online, miles, days, time, needs, kind, groups, conditions, words, order }: Filters, spot: Spot | null): Ask {
  const [from_minute, to_minute] = TIMES[time];
  const lists: Name[][] = [kind ? [kind] : [], groups, conditions];
  return {
    around: online || !spot ? null : { ...rounded(spot), km: miles * KM_PER_MILE },
    days: days.toSorted(), from_minute, to_minute, all_of: needs, any_of: lists.filter((names) => names.length), words, order,
  };
}
