/** A yes to a sign opens the card that lists it, whatever else was answered: the worked cases of every card. */
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { contentOf } from "../node/cases.ts";
import type { CardPart, CareCard, Tier } from "../../pwa/src/shared/content/safety-types.ts";
import { cardFor, notedOf, noteOf, timesOf } from "../../pwa/src/shared/rules/safety.ts";

interface Part { tier: Tier; triggers: { id: string }[]; numbers: string[] }
interface Facts extends Part { slug: string; version: number; sooner?: Part }
interface Case { id: string; says: string; trigger: string; also: string[]; expect: { card: string; tier: Tier } }

const SAFETY = join(import.meta.dirname, "../../content/safety");
const read = <T>(path: string): T => contentOf<T>(`safety/${path}`);

const partOf = ({ tier, triggers, numbers }: Part): CardPart => ({
  tier, heading: "Call if:", action: "Call", lead: null, advice: [], numbers, signs: triggers.map(({ id }) => ({ id, words: id })),
});
const cards: CareCard[] = globSync("*/card.yaml", { cwd: SAFETY }).map((path) => {
  const facts = read<Facts>(path);
  const parts = [...(facts.sooner ? [partOf(facts.sooner)] : []), partOf(facts)];
  return { slug: facts.slug, version: facts.version, tier: facts.tier, title: facts.slug, parts, approved: false };
});
const cases = globSync("*/cases.yaml", { cwd: SAFETY }).flatMap((path) => read<{ cases: Case[] }>(path).cases);

const opened = (trigger: string, from: CareCard[] = cards) => {
  const found = cardFor(trigger, from);
  return found && { card: found.card.slug, tier: found.part.tier };
};

test("there are cards and cases", () => {
  assert.equal(cards.length, 11);
  assert.ok(cases.length > 50);
});

for (const { says, trigger, also, expect } of cases) {
  test(`safety: ${says}`, () => {
    assert.deepEqual(opened(trigger), expect);
    assert.deepEqual(opened(trigger, cards.toReversed()), expect, "the order of the cards changes nothing");
    for (const other of also) assert.ok(opened(other));
  });
}

test("safety: without every other sign and every other card, a yes opens the same", () => {
  for (const { trigger, expect } of cases) {
    const only = cards
      .filter((card) => card.slug === expect.card)
      .map((card) => ({ ...card, parts: card.parts.map((part) => ({ ...part, signs: part.signs.filter(({ id }) => id === trigger) })) }));
    assert.deepEqual(opened(trigger, only), expect);
  }
});

test("safety: what is printed on no card opens none", () => assert.equal(opened("tired"), null));

const YES = { card: { slug: "crisis", version: 2 }, trigger: "crisis-thoughts", check_in: "check-in 1", at: "2026-11-22T09:00:00+00:00" };
const LATER = { ...YES, at: "2026-11-23T18:30:00+00:00" };
const shown = noteOf(undefined, YES, "shown")!;

test("safety: a yes is noted once, however often its page is loaded", () => {
  assert.deepEqual(shown, {
    card: "crisis", version: 2, trigger: "crisis-thoughts", check_in: "check-in 1", shown_at: YES.at, did: "shown",
  });
  assert.equal(noteOf(shown, YES, "shown"), null);
});

test("safety: what was done is added and never taken back", () => {
  const dismissed = noteOf(shown, YES, "dismissed")!;
  assert.equal(dismissed.did, "dismissed");
  const called = noteOf(dismissed, YES, "called")!;
  assert.equal(called.did, "called");
  for (const did of ["shown", "dismissed", "called"] as const) assert.equal(noteOf(called, YES, did), null);
});

test("safety: the same yes given again is said on the same event, with what was done before", () => {
  const called = noteOf(shown, YES, "called")!;
  const again = noteOf(called, LATER, "shown")!;
  assert.deepEqual(again, { ...called, again: [LATER.at] });
  assert.deepEqual(timesOf(again), [YES.at, LATER.at]);
  assert.equal(noteOf(again, LATER, "shown"), null, "nor does a reload of the second page count");
  assert.equal(noteOf(again, YES, "shown"), null, "nor going back to the first");
  assert.deepEqual(noteOf(noteOf(shown, LATER, "shown")!, LATER, "dismissed"), { ...shown, again: [LATER.at], did: "dismissed" });
});

test("safety: no more times are kept than the server takes, and the newest stays", () => {
  let body = shown;
  for (let day = 1; day <= 70; day++) body = noteOf(body, { ...YES, at: `2027-01-01T00:00:00+00:00#${day}` }, "shown")!;
  assert.equal(body.again!.length, 50);
  assert.ok(body.again!.at(-1)!.endsWith("#70"));
});

test("safety: another sign, another card or another check-in is another event", () => {
  const noted = [{ body: shown }];
  assert.equal(notedOf(noted, LATER), noted[0]);
  assert.equal(notedOf(noted, { ...YES, trigger: "crisis-life-at-risk" }), undefined);
  assert.equal(notedOf(noted, { ...YES, card: { slug: "general", version: 2 } }), undefined);
  assert.equal(notedOf(noted, { ...YES, check_in: "check-in 2" }), undefined);
  assert.equal(notedOf(noted, { ...YES, check_in: null }), noted[0], "its check-in could not be kept: the time says it");
  assert.equal(notedOf(noted, { ...LATER, check_in: null }), undefined);
});
