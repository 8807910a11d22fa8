/** The exercise player's machine: every case here is something that happens to a person half-way through. */
import assert from "node:assert/strict";
import { test } from "node:test";
import * as player from "../../pwa/src/shared/rules/player.ts";

const dose = { sets: 2, reps: 3, hold_seconds: null, seconds: null, rest_seconds: 30, seconds_a_rep: 4 };
const NOON = Date.UTC(2026, 10, 21, 12);
const at = (seconds: number) => NOON + seconds * 1000;

function reps(paced: boolean, sided = false) {
  return player.start(player.newPlayer(player.stepsOf("reps", dose, sided), paced, NOON), NOON);
}
function hold(seconds = 10, sets = 1, count = 2) {
  const steps = player.stepsOf("hold", { ...dose, sets, reps: count, hold_seconds: seconds }, false);
  return player.start(player.newPlayer(steps, false, NOON), NOON);
}
/** The page looks once a second, as it does in life. */
function watch(from: player.Player, first: number, last: number) {
  let now = from;
  for (let second = first; second <= last; second++) now = player.look(now, at(second));
  return now;
}

test("a sided exercise does both sides of a set, then rests, and never rests after the last set", () => {
  const steps = player.stepsOf("reps", dose, true);
  assert.deepEqual(
    steps.map((step) => `${step.kind} ${step.set} ${step.side ?? ""}`.trim()),
    ["reps 1 left", "reps 1 right", "rest 2", "reps 2 left", "reps 2 right"],
  );
});

test("an exercise with no rest goes from set to set", () => {
  assert.equal(player.stepsOf("reps", { ...dose, rest_seconds: 0 }, false).length, 2);
});

test("at the person's own pace nothing ends but by their tap, however long it takes", () => {
  let now = watch(reps(false), 1, 120);
  assert.equal(now.at, 0);
  assert.equal(player.position(now, at(120)).part, "own-pace");
  now = player.finishStep(now, at(121));
  assert.equal(player.position(now, at(121)).part, "rest");
});

test("paced repetitions leave 5 seconds to get ready, then count out and end by themselves", () => {
  const begun = reps(true);
  assert.deepEqual([player.position(begun, at(1)).part, player.position(begun, at(1)).left], ["ready", 4]);
  assert.equal(player.position(watch(begun, 1, 5), at(5)).rep, 1);
  assert.equal(player.position(watch(begun, 1, 10), at(10)).rep, 2);
  assert.equal(player.position(watch(begun, 1, 17), at(17)).part, "rest");
});

test("a hold is held, let go and held again, without waiting for the last letting go", () => {
  const begun = hold(10);
  assert.equal(player.position(watch(begun, 1, 14), at(14)).part, "hold");
  assert.equal(player.position(watch(begun, 1, 15), at(15)).part, "release");
  assert.deepEqual([player.position(watch(begun, 1, 18), at(18)).rep, player.position(watch(begun, 1, 18), at(18)).left], [2, 10]);
  assert.ok(player.isOver(watch(begun, 1, 28)));
});

test("a pause stops the clock, and carrying on gives time to get back into position", () => {
  let now = player.pause(watch(hold(30, 1, 1), 1, 12), at(12));
  assert.equal(player.position(now, at(500)).left, 23);
  now = player.start(now, at(500));
  assert.equal(player.position(now, at(501)).part, "ready");
  assert.equal(player.position(watch(now, 501, 506), at(506)).left, 22);
});

test("a call during a hold stops it where it was", () => {
  const now = player.hide(watch(hold(30, 1, 1), 1, 10), at(10));
  assert.equal(now.running_from, null);
  assert.equal(player.position(player.look(now, at(700)), at(700)).left, 25);
});

test("a phone that slept without saying so counts only what was seen", () => {
  const now = player.look(watch(hold(30, 1, 1), 1, 10), at(300));
  assert.equal(now.running_from, null);
  assert.equal(player.position(now, at(300)).left, 25);
});

test("a rest goes on out of sight, and the next hold waits for the person", () => {
  const resting = watch(hold(5, 2, 1), 1, 12);
  assert.equal(player.position(resting, at(12)).part, "rest");
  const hidden = player.hide(resting, at(12));
  assert.notEqual(hidden.running_from, null);
  const back = player.look(hidden, at(400));
  assert.deepEqual([back.at, back.running_from, player.position(back, at(400)).left], [2, null, 5]);
});

test("a reload resumes at the same step and second, waiting", () => {
  const saved = JSON.parse(JSON.stringify(watch(hold(30, 1, 1), 1, 20))) as player.Player;
  const now = player.resume(saved, at(9000));
  assert.equal(now.running_from, null);
  assert.equal(player.position(now, at(9000)).left, 15);
});

test("a clock set back an hour stops the hold where it was", () => {
  const now = player.look(watch(hold(30, 1, 1), 1, 10), at(-3600));
  assert.deepEqual([now.at, now.running_from, player.position(now, at(-3600)).left], [0, null, 25]);
});

test("sets count when every side is done; passing over one makes it partly done", () => {
  let now = reps(false, true);
  assert.equal(player.outcomeOf(now), "skipped");
  now = player.finishStep(now, at(10));
  assert.deepEqual([player.setsDone(now), player.outcomeOf(now)], [0, "part"]);
  now = player.skipStep(player.finishStep(now, at(20)), at(25));
  assert.deepEqual([player.setsDone(now), player.outcomeOf(now)], [1, "part"]);
  now = player.finishStep(player.finishStep(now, at(30)), at(40));
  assert.deepEqual([player.setsDone(now), player.outcomeOf(now), player.isOver(now)], [2, "done", true]);
});

test("back goes to the set before, past the rest, and that set is to be done again", () => {
  const now = player.back(player.finishStep(reps(false), at(10)), at(12));
  assert.deepEqual([now.at, now.done], [0, []]);
  assert.equal(player.back(now, at(13)).at, 0);
});

test("counting by the clock can be switched on in the middle of a set and starts it again", () => {
  const now = player.setPaced(watch(reps(false), 1, 60), true, at(60));
  assert.deepEqual([player.position(now, at(61)).part, player.position(now, at(61)).left], ["ready", 4]);
});

test("a walk goes on with the phone in a pocket, and ends by itself", () => {
  const steps = player.stepsOf("timed", { ...dose, sets: 1, seconds: 600 }, false);
  const walking = player.hide(watch(player.start(player.newPlayer(steps, false, NOON), NOON), 1, 20), at(20));
  assert.notEqual(walking.running_from, null);
  assert.equal(player.position(player.look(walking, at(305)), at(305)).left, 300);
  const home = player.look(walking, at(900));
  assert.deepEqual([player.isOver(home), player.outcomeOf(home)], [true, "done"]);
});
