import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import { isDone } from "../../pwa/src/shared/reminders/done.ts";
import type { Slot } from "../../pwa/src/shared/reminders/keys.ts";
import { slotsDone, type SlotsQuestion } from "../../pwa/src/shared/reminders/slots.ts";
import type { Pathway, PathwayContact } from "../../pwa/src/shared/content/pathway-types.ts";
import { type Entry, entryOf, type Version } from "../../pwa/src/shared/record/versions.ts";

interface Said { id?: string; kind: string; at: string; body: object; gone?: boolean }
interface Case { says: string; slots: Slot[]; entries: Said[]; done: number[] }

let count = 0;

/** One entry of these versions, oldest first; the last may be a deletion. */
function written(...said: Said[]): Entry {
  const entry = said[0]!.id ?? `entry-${String(++count).padStart(4, "0")}`;
  const versions = said.flatMap((one) => (one.gone ? [{ ...one, gone: false }, { ...one, body: null }] : [one])).map((one, at) => ({
    id: `${entry}-${at}`, entry, previous: at ? `${entry}-${at - 1}` : null, zone: "Europe/London", picked: false, how: "self", number: null,
    received_at: null, by: null, device: null, skew_seconds: 0, refused: null, ...one, gone: one.body === null,
  }));
  return entryOf(versions.map((one, at) => ({ ...one, id: `${entry}-${at}` })) as unknown as Version[]);
}

for (const { says, slots, entries, done } of casesOf<{ cases: Case[] }>("reminder-done").cases) {
  test(`done: ${says}`, () => {
    const live = entries.map((said) => written(said)).filter(({ gone }) => !gone);
    assert.deepEqual(slots.flatMap((slot, place) => (isDone(slot, live, slots) ? [place] : [])), done);
  });
}

const TODAY = "2026-11-22";
const plan = written({ kind: "plan", at: "2026-11-01T10:00:00+00:00", body: { programme: "p", started_on: "2026-11-01", days: { sun: ["09:00", "18:00"] }, paused: null } });
const squat = (at: string): Entry => written({ kind: "exercise", at, body: { programme: "p", exercise: "squat", outcome: "done" } });
const jpa: Pathway = {
  slug: "jpa", version: 1, title: "", about: [], variants: [], routes: [], safety: [], early_finish: { from: "", words: [] }, approved: false,
  contacts: [{ slug: "baseline", due_from_day: 0, due_to_day: 14, only_for: [], measures: [], optional: [], topics: [] }] as unknown as PathwayContact[],
};
const found = (all: Entry[], more: Partial<SlotsQuestion> = {}): string[] =>
  slotsDone({ all, pathways: {}, wishes: { week: null }, today: TODAY, ...more }).map(({ kind, about, local }) => `${kind}|${about}|${local}`);

test("the phone finds the slots of its own plan that are done", () => {
  assert.deepEqual(found([plan]), []);
  assert.deepEqual(found([plan, squat(`${TODAY}T09:20:00+00:00`)]), [`exercise||${TODAY}T09:00`]);
});

test("a bad day counts as success: nothing more is asked of it", () => {
  const bad = written({ kind: "bad-day", at: `${TODAY}T07:00:00+00:00`, body: { on: TODAY } });
  assert.deepEqual(found([plan, bad]), [`exercise||${TODAY}T09:00`, `exercise||${TODAY}T18:00`]);
});

test("what is long past or far ahead is left out", () => {
  const old = written({ kind: "plan", at: "2026-10-01T10:00:00+00:00", body: { programme: "p", started_on: "2026-10-01", days: { sun: ["09:00"] }, paused: null } });
  assert.deepEqual(found([old, squat("2026-11-15T09:20:00+00:00")]), []);
  const date = (on: string) => written({ kind: "own-date", at: "2026-11-01T10:00:00+00:00", body: { on, at: null, what: "x" }, gone: true });
  assert.deepEqual(found([date("2026-12-07")]), []);
  assert.equal(found([date("2026-12-06")]).length, 2);
});

test("a check-in done without a signal is known for the days on which it would be told of", () => {
  const on = written({ kind: "pathway", at: "2026-11-20T09:00:00+00:00", body: { pathway: "jpa", version: 1, variant: null, started_on: "2026-11-20", extra: [], ended: null } });
  const done = written({ kind: "check-in", at: `${TODAY}T09:00:00+00:00`, body: { pathway: "jpa", contact: "baseline", state: "done", on: TODAY } });
  assert.deepEqual(found([on, done], { pathways: { jpa } }), ["check-in|jpa/baseline/opens|2026-11-20", "check-in|jpa/baseline/closes|2026-12-03"]);
  assert.deepEqual(found([on], { pathways: { jpa } }), []);
});

test("a date that was moved is done for the day it was on, and not for the new one", () => {
  const at = "2026-11-01T10:00:00+00:00";
  const moved = written(
    { id: "d", kind: "own-date", at, body: { on: "2026-11-24", at: null, what: "x" } },
    { id: "d", kind: "own-date", at, body: { on: "2026-11-25", at: null, what: "x" } },
  );
  assert.deepEqual(found([moved]), ["date|d/before|2026-11-24", "date|d/day|2026-11-24"]);
});

test("a session that the person gave up without a signal is not told of", () => {
  const start = "2026-07-24T09:30:00+00:00";
  const booked = written({ id: "s", kind: "prescription", at: "2026-11-10T09:00:00+00:00", body: { kind: "activity", name: "Walk", state: "booked", start: "2026-07-24T10:30:00+01:00" } });
  const given = written({ kind: "answer", at: `${TODAY}T09:00:00+00:00`, body: { prescription: "s", answer: "withdraw" } });
  const summer = { today: "2026-07-22" };
  assert.deepEqual(found([booked], summer), []);
  assert.deepEqual(found([booked, given], summer), [`session|s/tomorrow|${start}`, `session|s/soon|${start}`]);
});

test("the week is looked at on its own weekday only", () => {
  const pain = written({ kind: "pain", at: `${TODAY}T07:00:00+00:00`, body: { score: 3, regions: [] } });
  assert.deepEqual(found([pain], { wishes: { week: { day: "sun", time: "18:00" } } }), [`week||${TODAY}`]);
  assert.deepEqual(found([pain], { wishes: { week: { day: "mon", time: "18:00" } } }), []);
});
