import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plan } from "../../pwa/src/shared/record/kinds.ts";
import type { Entry, Version } from "../../pwa/src/shared/record/versions.ts";
import { entryOf } from "../../pwa/src/shared/record/versions.ts";
import { adapted } from "../../pwa/src/shared/rules/adapting.ts";
import { inProgramme, lastPicked, levelElsewhere, moved, withExercises } from "../../pwa/src/shared/rules/choosing.ts";
import { minutesOf } from "../../pwa/src/shared/rules/length.ts";
import { entriesFrom, LIBRARY, PROGRAMME } from "./entries.ts";

const PLAN: Plan = { programme: "p", started_on: "2026-11-01", days: { mon: ["09:00"] }, paused: null };
const slugs = (exercises: readonly { slug: string }[]) => exercises.map(({ slug }) => slug);

test("the programme's own words for an exercise go before the library's", () => {
  const library = [{ ...LIBRARY[0]!, slug: "squat", title: "from the library" }, ...LIBRARY];
  const { exercises } = adapted(PROGRAMME, ["stretch", "squat"], library);
  assert.deepEqual(exercises.map(({ title }) => title), ["stretch", "squat"]);
});

test("a programme is approved only with every exercise in it", () => {
  const approved = { ...PROGRAMME, approved: true, exercises: PROGRAMME.exercises.map((each) => ({ ...each, approved: true })) };
  assert.equal(adapted(approved, ["squat"], LIBRARY).approved, true);
  assert.equal(adapted(approved, ["squat", "stretch"], LIBRARY).approved, false);
});

test("a bad day never asks for more exercises than the programme's own list for it", () => {
  const many = ["a", "b", "c", "d"].map((slug) => ({ ...LIBRARY[1]!, slug }));
  assert.equal(adapted(PROGRAMME, slugs(many), many).gentle.exercises.length, PROGRAMME.gentle.exercises.length);
});

test("the programme's own list, in its order, is no choice of one's own", () => {
  const chosen = withExercises(PLAN, PROGRAMME, ["step", "squat", "bridge"]);
  assert.deepEqual(chosen.exercises, ["step", "squat", "bridge"]);
  assert.deepEqual(withExercises(chosen, PROGRAMME, ["squat", "bridge", "step"]), PLAN);
});

test("another programme keeps days, times and a break, and begins with its own list", () => {
  const paused = { from: "2026-11-20", until: null };
  const next = inProgramme({ ...PLAN, paused, exercises: ["step"] }, "q", "2026-11-22");
  assert.deepEqual(next, { ...PLAN, paused, programme: "q", started_on: "2026-11-22" });
});

test("the same programme again goes back to its own list, on the day it began", () => {
  assert.deepEqual(inProgramme({ ...PLAN, exercises: ["step"] }, "p", "2026-11-22"), PLAN);
});

test("moving goes no further than the ends", () => {
  assert.deepEqual(moved(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", 1), ["b", "a", "c"]);
  assert.deepEqual(moved(["a", "b"], "a", -1), ["a", "b"]);
  assert.deepEqual(moved(["a", "b"], "b", 1), ["a", "b"]);
});

test("the time of exercises is said to the nearest 5 minutes", () => {
  // 2 sets of 8 in 4 seconds each, with 60 seconds between: 124 seconds
  assert.equal(minutesOf(PROGRAMME.exercises), 5);
  assert.equal(minutesOf(PROGRAMME.exercises.slice(0, 1)), 5);
  assert.equal(minutesOf([...PROGRAMME.exercises, ...PROGRAMME.exercises]), 10);
});

const level = (programme: string, level: number, at: string) => ({
  kind: "level" as const, at: `2026-11-${at}T10:00:00+00:00`, body: { programme, exercise: "squat", level, choice: "set", rule: null },
});

test("a level of another programme is something to start from, until one is chosen here", () => {
  const before = [level("p", 2, "01"), level("p", 3, "02")];
  assert.equal(levelElsewhere(entriesFrom(before), "q", "squat"), 3);
  assert.equal(levelElsewhere(entriesFrom(before), "q", "bridge"), null);
  assert.equal(levelElsewhere(entriesFrom([...before, level("q", 1, "03")]), "q", "squat"), null);
  assert.equal(levelElsewhere(entriesFrom([level("p", 3, "01"), level("p", 1, "02")]), "q", "squat"), null);
});

test("who changed the exercises is found under later changes of days, and not under another programme", () => {
  const chosen = { ...PLAN, exercises: ["step"] };
  const days = { ...chosen, days: {} };
  const said = (...bodies: Plan[]) => lastPicked(entry(bodies))?.id ?? null;
  assert.equal(said(PLAN), null);
  assert.equal(said(PLAN, chosen, days), "v1");
  assert.equal(said(PLAN, chosen, PLAN), "v2");
  assert.equal(said(chosen, days), "v0");
  assert.equal(said(PLAN, chosen, { ...PLAN, programme: "q" }), null);
});

function entry(bodies: Plan[]): Entry<"plan"> {
  return entryOf(bodies.map((body, index) => ({
    id: `v${index}`, entry: "v0", previous: index ? `v${index - 1}` : null, kind: "plan", at: "2026-11-01T10:00:00+00:00", body,
    zone: "Europe/London", picked: false, how: "self", gone: false, number: index + 1, received_at: null, by: null, device: null,
    skew_seconds: 0, refused: null,
  }) as Version<"plan">));
}
