import type { Answer } from "../../../shared/api/client.ts";

/**
 * Of whom a worker's device may keep copies: those whose support is shared with the team. Somebody who shares check-ins alone, or
 * took their support back, is on the list all the same.
 */
export const supportedIn = ({ people }: Pick<Answer<"GET /api/caseload">, "people">): ReadonlySet<string> =>
  new Set(people.filter(({ supported }) => supported).map(({ person }) => person));
