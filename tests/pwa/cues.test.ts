/** What the player says aloud at its end: nothing is praised that was not done. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { cueBetween } from "../../pwa/src/page/screens/exercise/cues.ts";
import * as player from "../../pwa/src/shared/rules/player.ts";

const dose = { sets: 2, reps: 3, hold_seconds: null, seconds: null, rest_seconds: 0, seconds_a_rep: 4 };
const NOON = Date.UTC(2026, 10, 21, 12);

function endOf(...moves: ((player: player.Player, now: number) => player.Player)[]): string | undefined {
  const first = player.start(player.newPlayer(player.stepsOf("reps", dose, false), false, NOON), NOON);
  const last = moves.reduce((now, move) => move(now, NOON), first);
  const worked = player.outcomeOf(last) !== "skipped";
  return cueBetween(player.position(first, NOON), player.position(last, NOON), worked)?.id;
}

test("a whole exercise ends with a well done", () => assert.equal(endOf(player.finishStep, player.finishStep), "cue-over"));
test("so does one with some of it done", () => assert.equal(endOf(player.skipStep, player.finishStep), "cue-over"));
test("with every set passed over it only says that it is over", () => {
  assert.equal(endOf(player.skipStep, player.skipStep), "cue-over-skipped");
});
