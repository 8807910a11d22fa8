/**
 * Which card a yes opens: it looks at that one sign, and at nothing else that was answered. And what is noted of it: one
 * entry for each check-in and sign.
 */
import type { CardPart, CareCard } from "../content/safety-types.ts";
import type { Safety } from "../record/kinds.ts";

/** The card that lists this sign, with the part of it that does; null when no card does. A sign is on one card. */
export function cardFor(trigger: string, cards: readonly CareCard[]): { card: CareCard; part: CardPart } | null {
  for (const card of cards) {
    const part = card.parts.find((each) => each.signs.some((sign) => sign.id === trigger));
    if (part) return { card, part };
  }
  return null;
}

/** A yes that stopped a check-in. */
export interface Yes {
  card: Pick<CareCard, "slug" | "version">;
  trigger: string;
  /** the entry of the check-in; null when that could not be kept */
  check_in: string | null;
  /** when it was given: local time with its UTC offset */
  at: string;
}

export type Did = Safety["did"];

/** What says more stays: going on after a number was pressed is no news. */
const SAYS_MORE: readonly Did[] = ["shown", "dismissed", "called"];
/** How many times of the same yes the server takes; the oldest go first. */
const MOST_AGAIN = 50;

/** What is noted already of this yes: of the same sign in the same check-in. */
export function notedOf<E extends { body: Safety }>(noted: readonly E[], { card, trigger, check_in, at }: Yes): E | undefined {
  return noted.find(({ body }) =>
    body.card === card.slug && body.trigger === trigger && (check_in === null ? timesOf(body).includes(at) : body.check_in === check_in));
}

/** What to note; null when that says nothing new. The same yes once more is added to what is there. */
export function noteOf(before: Safety | undefined, { card, trigger, check_in, at }: Yes, did: Did): Safety | null {
  if (!before) return { card: card.slug, version: card.version, trigger, check_in, shown_at: at, did };
  const isNew = !timesOf(before).includes(at);
  const more = SAYS_MORE.indexOf(did) > SAYS_MORE.indexOf(before.did);
  if (!isNew && !more) return null;
  return {
    ...before,
    ...(isNew && { again: [...(before.again ?? []), at].slice(-MOST_AGAIN) }),
    ...(more && { did }),
  };
}

/** When the same yes was given, the first time first. */
export const timesOf = ({ shown_at, again = [] }: Safety): string[] => [shown_at, ...again];
