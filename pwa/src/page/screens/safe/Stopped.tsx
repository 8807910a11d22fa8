import type { CareCard } from "../../../shared/content/safety-types.ts";
import { localTime, phoneClock } from "../../../shared/dates.ts";
import { localAddress } from "../../addresses.ts";
import { go } from "../../router.ts";
import { Interruption } from "./Interruption.tsx";

/** What stopped a check-in: a yes to a sign as it is printed, or an answer that opens the card of that sign. */
export type Why = "sign" | "answer";

/** When it was stopped, which check-in that was (the id of its entry, if it could be kept), and why. */
export interface Given {
  at: string;
  check_in: string | null;
  why: Why;
}

/** The same as an address says it, so that a page that is loaded again is known as the same showing. */
export function stoppedAt(check_in: string | null, why: Why): URLSearchParams {
  return new URLSearchParams({ at: localTime(phoneClock.now(), phoneClock.zone()), why, ...(check_in && { of: check_in }) });
}

/** What an address says; null for one that somebody made up. */
export function givenIn(asked: URLSearchParams): Given | null {
  const at = asked.get("at");
  if (!at || Number.isNaN(Date.parse(at))) return null;
  return { at, check_in: asked.get("of"), why: asked.get("why") === "answer" ? "answer" : "sign" };
}

/** The address of the page that stops a check-in, which goes on at `then`; `given` is what `stoppedAt` says. */
export const stopAddress = (card: string, sign: string, then: string, given: URLSearchParams): string =>
  `/safe/${card}?${new URLSearchParams({ sign, then })}&${given}`;

/** The interruption at an address of its own, so that neither a reload nor the lock takes the advice away. */
export function Stopped({ card, asked }: { card: CareCard; asked: URLSearchParams }) {
  const then = localAddress(asked.get("then")) ?? "/";
  return <Interruption card={card} trigger={asked.get("sign")!} given={givenIn(asked)} onDone={() => go(then, { replace: true })} />;
}
