/** Ticking names: what is replaced, what is followed by another mark, and what stays on the device. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { afterTap, type Came, cameOf, type Expected, gone, type Kept, type Session, taken, tick } from "../../pwa/src/shared/register/register.ts";

const START = "2026-11-24T10:30:00Z";
const NOW = new Date("2026-11-24T10:31:00Z");
const ida: Expected = { prescription: "p1", called: "Ida B.", first: true, came: null, mark: null };

const session = (person: Expected): Session => ({ listing: "l1", name: "Tea", start: START, end: null, off: false, people: [person] });
const fresh = (person = ida): Kept => ({ sessions: [session(person)], marks: [] });
const say = (kept: Kept, came: Came): Kept => tick(kept, session(ida), kept.sessions[0]!.people[0]!, came, NOW);
const now = (kept: Kept): Came => cameOf(kept, session(ida), kept.sessions[0]!.people[0]!);
const tried = (kept: Kept): Kept => ({ ...kept, marks: kept.marks.map((mark) => ({ ...mark, tried: true })) });

test("a tap says came, a second one did not come, and a third takes it back", () => {
  assert.deepEqual([null, "been", "missed"].map((came) => afterTap(came as Came)), ["been", "missed", null]);
});

test("before anything was sent a slip of the finger leaves nothing", () => {
  const slip = say(say(say(fresh(), "been"), "missed"), null);
  assert.deepEqual(slip.marks, []);
  assert.equal(now(slip), null);
});

test("the last thing that was ticked is what waits", () => {
  const kept = say(say(fresh(), "been"), "missed");
  assert.deepEqual(kept.marks.map(({ kind }) => kind), ["missed"]);
  assert.equal(now(kept), "missed");
});

test("a mark that may have arrived is followed by another, and taken back by name", () => {
  const sent = tried(say(fresh(), "been"));
  const back = say(sent, null);
  assert.deepEqual(back.marks.map(({ kind, previous }) => [kind, previous]), [["been", undefined], ["undo", sent.marks[0]!.id]]);
  assert.equal(now(back), null);
  // and ticked again before the undo was tried, there is nothing to undo
  assert.deepEqual(say(back, "been").marks, sent.marks);
});

test("what the service knows is taken back by its own mark", () => {
  const kept = say(fresh({ ...ida, came: "been", mark: "m1" }), null);
  assert.deepEqual(kept.marks.map(({ kind, previous }) => [kind, previous]), [["undo", "m1"]]);
});

test("a mark that was taken is what is known from then on", () => {
  const kept = say(fresh(), "been");
  const done = taken(kept, kept.marks[0]!);
  assert.deepEqual(done.marks, []);
  assert.equal(done.sessions[0]!.people[0]!.came, "been");
  assert.equal(done.sessions[0]!.people[0]!.mark, kept.marks[0]!.id);
  const undone = say(done, null);
  assert.equal(taken(undone, undone.marks[0]!).sessions[0]!.people[0]!.mark, null);
});

test("marks of another session and of others are left alone", () => {
  const other = tick(fresh(), { start: "2026-12-01T10:30:00Z" }, ida, "been", NOW);
  assert.equal(now(other), null);
  assert.equal(say(other, "missed").marks.length, 2);
});

test("whoever withdrew leaves neither a name nor a mark", () => {
  const left = gone(say(fresh(), "been"), "p1");
  assert.deepEqual([left.marks, left.sessions[0]!.people], [[], []]);
});
