import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import { entriesFrom } from "./entries.ts";
import type { Goal } from "../../pwa/src/shared/record/kinds.ts";
import { badDayPlans, goalsOf, type Next, offersSmaller, reviewDue, reviewed, suggestedReviews, type Went } from "../../pwa/src/shared/rules/goals.ts";

interface File {
  cases: { says: string; goal: Pick<Goal, "status" | "review_on">; today: string; days: number | null }[];
  smaller: { confidence: number | null; offered: boolean }[];
}

const file = casesOf<File>("goals");

for (const { says, goal, today, days } of file.cases) {
  test(`goals: ${says}`, () => assert.equal(reviewDue(goal, today), days));
}

for (const { confidence, offered } of file.smaller) {
  test(`a smaller step is ${offered ? "offered" : "not offered"} for ${confidence ?? "nothing said"}`, () => assert.equal(offersSmaller(confidence), offered));
}

test("looks are suggested in 1, 2 and 4 weeks", () => {
  assert.deepEqual(suggestedReviews("2026-11-22"), ["2026-11-29", "2026-12-06", "2026-12-20"]);
});

const goal: Goal = {
  matters: null, goal: "walk to the park", importance: null, action: null, coping: [], review_on: null, status: "active",
  helped: null, bad_day: null, reviewed: { on: "2026-11-01", went: "part" },
};
const entered = (...bodies: Partial<Goal>[]) =>
  entriesFrom(bodies.map((body, day) => ({ kind: "goal", at: `2026-11-0${day + 1}T09:00:00+00:00`, body: { ...goal, ...body } })));
const names = (entries: { body: Goal }[]) => entries.map(({ body }) => body.goal);

test("goals that are worked on come by the day of their review, those with none last; the others newest first", () => {
  const goals = goalsOf(entered(
    { goal: "later", review_on: "2026-12-01" }, { goal: "none" }, { goal: "sooner", review_on: "2026-11-20" },
    { goal: "reached", status: "done" }, { goal: "partly", status: "part" }, { goal: "left", status: "stopped" },
  ));
  assert.deepEqual(names(goals.active), ["sooner", "later", "none"]);
  assert.deepEqual(names(goals.done), ["partly", "reached"]);
  assert.deepEqual(names(goals.stopped), ["left"]);
});

test("a bad day shows the plans of goals that are worked on, and of no others", () => {
  const entries = entered({ bad_day: "to the gate and back" }, { bad_day: "nothing", status: "stopped" }, {});
  assert.deepEqual(badDayPlans(entries).map(({ body }) => body.bad_day), ["to the gate and back"]);
});

const outcomes: [Went, Next, Goal["status"]][] = [
  ["done", "keep", "active"], ["part", "keep", "active"], ["not", "smaller", "active"],
  ["done", "finished", "done"], ["part", "finished", "part"], ["not", "another", "stopped"], ["part", "another", "part"],
];
for (const [went, next, status] of outcomes) {
  test(`a review that says ${went} and ${next} leaves the goal ${status}`, () => {
    const after = reviewed(goal, { went, next, helped: " a friend ", on: "2026-11-22", review_on: "2026-11-29" });
    assert.equal(after.status, status);
    assert.equal(after.helped, "a friend");
    assert.deepEqual(after.reviewed, { on: "2026-11-22", went });
    assert.equal(after.review_on, status === "active" ? "2026-11-29" : null);
    assert.equal(after.goal, goal.goal);
  });
}
