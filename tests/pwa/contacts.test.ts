import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesFrom } from "./entries.ts";
import type { Pathways } from "../../pwa/src/shared/content/pathway-types.ts";
import type { Entry } from "../../pwa/src/shared/record/versions.ts";
import { openCheckIn, openContacts } from "../../pwa/src/shared/rules/contacts.ts";

const contact = (slug: string, only_for: string[] = []) => ({ slug, measures: [], optional: [], topics: [], only_for });
const variants = [{ slug: "high", measures: [], topics: [] }];
const pathways = { p: { variants, contacts: [contact("one"), contact("two"), contact("extra", ["high"]), contact("three")] } } as unknown as Pathways;

const started = (variant: string | null) => ({
  kind: "pathway" as const, at: "2026-03-01T09:00:00+00:00", body: { pathway: "p", version: 1, variant, started_on: "2026-03-01", extra: [], ended: null },
});
const checkIn = (contact: string, on: string, state: string) => ({
  kind: "check-in" as const, at: `${on}T10:00:00+00:00`,
  body: { pathway: "p", version: 1, contact, with: "together", state, on, answers: {}, topics: [], refers: [], goal_reviewed: false },
});

function after(variant: string | null, ...said: ReturnType<typeof checkIn>[]) {
  const entries = entriesFrom([started(variant), ...said]);
  return { entries, on: entries.find(({ kind }) => kind === "pathway") as Entry<"pathway"> };
}

test("what staff choose from: contacts that are not done, those that were passed over too, and those of the variant alone", () => {
  const open = (variant: string | null, ...said: ReturnType<typeof checkIn>[]) => {
    const { entries, on } = after(variant, ...said);
    return openContacts(entries, pathways, on).map(({ slug }) => slug);
  };
  assert.deepEqual(open(null), ["one", "two", "three"]);
  assert.deepEqual(open("high", checkIn("one", "2026-03-02", "done"), checkIn("three", "2026-06-01", "done")), ["two", "extra"]);
  assert.deepEqual(open(null, checkIn("one", "2026-03-02", "open")), ["one", "two", "three"]);
  assert.deepEqual(open(null, checkIn("one", "2026-02-20", "done")), ["one", "two", "three"], "one of an earlier time is none of this");
  const { entries, on } = after(null);
  assert.deepEqual(openContacts(entries, {}, on), [], "a pathway that the content does not have");
});

test("a check-in that was begun is found by its contact, and none that is done", () => {
  const { entries, on } = after(null, checkIn("one", "2026-03-02", "done"), checkIn("two", "2026-03-20", "open"));
  assert.equal(openCheckIn(entries, on, "one"), undefined);
  assert.equal(openCheckIn(entries, on, "two")!.body.contact, "two");
});
