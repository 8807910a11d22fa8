import assert from "node:assert/strict";
import { test } from "node:test";
import { firstDay, progressOf } from "../../pwa/src/shared/rules/progress.ts";
import { ladderOf } from "../../pwa/src/shared/rules/sessions.ts";
import { newPlan, pausedFrom, resumed, withTimes } from "../../pwa/src/shared/rules/week.ts";
import type { Said } from "./entries.ts";
import { entriesFrom, PROGRAMME } from "./entries.ts";

const pain = (day: string, score: number): Said => ({ kind: "pain", at: `${day}T08:00:00+00:00`, body: { score, regions: [] } });
const exercise = (day: string, outcome = "done", slug = "squat", level = 1): Said => ({
  kind: "exercise", at: `${day}T09:00:00+00:00`,
  body: { programme: "p", exercise: slug, level, gentle: false, outcome, sets: 2, pain: 2, effort: 3, confident: true },
});
const bad = (day: string): Said => ({ kind: "bad-day", at: `${day}T08:00:00+00:00`, body: { on: day } });
const settled = (day: string): Said => ({ kind: "settled", at: `${day}T08:00:00+00:00`, body: { on: day, settled: true } });

test("a plan is changed by making another", () => {
  const plan = newPlan(PROGRAMME, "2026-11-21");
  assert.deepEqual(plan, { programme: "p", started_on: "2026-11-21", days: { mon: ["10:00"], wed: ["10:00"] }, paused: null });
  const more = withTimes(plan, "sat", ["18:00", "09:00", "09:00"]);
  assert.deepEqual(more.days.sat, ["09:00", "18:00"]);
  assert.deepEqual(withTimes(more, "sat", []).days, plan.days);
  assert.deepEqual(resumed(pausedFrom(plan, "2026-11-22", null)), plan);
  assert.deepEqual(plan.days, { mon: ["10:00"], wed: ["10:00"] });
});

test("a week with nothing recorded is a gap, not a zero", () => {
  const entries = entriesFrom([pain("2026-11-02", 0), pain("2026-11-08", 5), pain("2026-11-16", 7),
    exercise("2026-11-16"), exercise("2026-11-16", "part"), exercise("2026-11-17", "skipped"), bad("2026-11-10")]);
  assert.equal(firstDay(entries), "2026-11-02");
  const [first, second, third, ...rest] = progressOf(entries, "2026-11-04", "2026-11-22");
  assert.deepEqual(rest, []);
  assert.deepEqual(first, { monday: "2026-11-02", sunday: "2026-11-08", pain: { count: 2, mean: 2.5, min: 0, max: 5 }, exercise: null, bad_days: 0 });
  assert.deepEqual([second!.pain, second!.exercise, second!.bad_days], [null, null, 1]);
  assert.deepEqual(third!.exercise, { done: 1, part: 1, skipped: 1, days: 1 });
});

test("the ladder is found from the person's own entries, since the level last changed", () => {
  const [squat] = PROGRAMME.exercises;
  const days = ["2026-11-02", "2026-11-04", "2026-11-06"];
  const level = (day: string, choice: string, now: number): Said =>
    ({ kind: "level", at: `${day}T20:00:00+00:00`, body: { programme: "p", exercise: "squat", level: now, choice, rule: null } });
  const well = days.flatMap((day) => [exercise(day), settled(day)]);
  const found = (said: Said[]) => ladderOf(entriesFrom(said), PROGRAMME, squat!);
  assert.equal(found(well).rule, "up");
  assert.equal(found([...well, level("2026-11-06", "stay", 1)]).rule, "up");
  assert.equal(found([...well, level("2026-11-06", "up", 2)]).reason, "no-sessions");
  assert.equal(found([...well, level("2026-11-06", "up", 2), level("2026-11-07", "down", 1)]).reason, "no-sessions");
  assert.equal(found([...well, bad("2026-11-05")]).reason, "flare");
  assert.equal(found(days.map((day) => exercise(day))).reason, "settled-not-said");
});
