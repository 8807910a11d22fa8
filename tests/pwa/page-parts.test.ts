import assert from "node:assert/strict";
import { test } from "node:test";
import { over, partOf } from "../../pwa/src/shared/rules/page-parts.ts";
import { seenBy } from "../../pwa/src/shared/rules/three-sides.ts";

type Step = Parameters<typeof partOf>[0][number];

const step = (id: string, more: Partial<Step> = {}): Step => ({
  id, kind: "section", side: "worker", by: "sam", called: "Sam", at: "2026-11-01T10:00:00Z", received_at: "2026-11-01T10:00:00Z",
  previous: null, said: { section: "matters", words: id }, ...more,
});

const ids = (steps: readonly Step[]): string => steps.map(({ id }) => id).join(" ");

test("what is written over counts no more", () => {
  const page = [step("a"), step("b", { previous: "a" }), step("other", { said: { section: "risks", none: true } })];
  assert.equal(ids(partOf(page, "matters").now), "b");
  assert.equal(ids(partOf(page, "matters").before), "a");
  assert.equal(ids(partOf(page, "risks").now), "other");
  assert.deepEqual(partOf(page, "needs"), { now: [], before: [] });
});

test("two who wrote over the same version are both kept until somebody joins them", () => {
  const page = [step("a"), step("b", { previous: "a" }), step("c", { previous: "a" })];
  const { now } = partOf(page, "matters");
  assert.equal(ids(now), "c b");
  assert.deepEqual(over(now), { previous: "c", also: ["c", "b"] });
  const joined = [...page, step("d", { ...over(now), said: { section: "matters", words: "d", also: ["c", "b"] } })];
  assert.equal(ids(partOf(joined, "matters").now), "d");
  // and what a third wrote meanwhile over one of them is not covered by the joining
  assert.equal(ids(partOf([...joined, step("e", { previous: "b" })], "matters").now), "e d");
});

test("two who were the first are both kept", () => {
  assert.equal(ids(partOf([step("a"), step("b")], "matters").now), "b a");
});

test("each side sees its own part of what happened", () => {
  const steps = [
    step("asked", { kind: "ask", side: "person", said: {} }), step("told", { kind: "send", said: {} }),
    step("to her", { kind: "say", said: { to: "person" } }), step("to them", { kind: "say", said: { to: "group" } }),
    step("from them", { kind: "say", side: "group", said: { to: "worker" } }),
  ];
  assert.equal(ids(seenBy(steps, "worker")), "asked told to her to them from them");
  assert.equal(ids(seenBy(steps, "person")), "asked told to her");
  assert.equal(ids(seenBy(steps, "group")), "told to them from them");
  assert.equal(ids(seenBy(steps.slice(0, 1), "group")), "");
});
