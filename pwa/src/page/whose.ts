/** To whom screens speak: to "you" on somebody's own device; to staff who have a record open, of the person by name. */
import { signal } from "@preact/signals";
import type { t } from "./messages.ts";

/** What the person is called whose record is open; null while it is nobody else's. */
export const whose = signal<string | null>(null);

/** The same words, which all know `$who` ("you", or "them" for somebody else) and what they are `$called`. */
export const saidOf = (say: typeof t): typeof t => (id, args) =>
  say(id, { who: whose.value === null ? "you" : "them", called: whose.value ?? "", ...args });
