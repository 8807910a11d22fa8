import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import type { Today } from "../../pwa/src/shared/rules/today.ts";
import { todayOf } from "../../pwa/src/shared/rules/today.ts";
import type { Said } from "./entries.ts";
import { entriesFrom, PROGRAMME } from "./entries.ts";

interface Case { says: string; hour?: number; entries: Said[]; expect: { [name: string]: unknown } }

const inWords = (today: Today) => ({
  ...today,
  sessions: today.sessions.map(({ time, items }) => `${time} ` + items.map(({ exercise, state, gentle, level }) =>
    `${exercise.slug} ${state} ${gentle ? "gentle" : level}`).join(", ")),
  extra: today.extra.map((entry) => entry.body.exercise),
  pain: today.pain.map((entry) => entry.body.score),
}) as { [name: string]: unknown };

for (const { says, hour = 9, entries, expect } of casesOf<{ cases: Case[] }>("today").cases) {
  test(`today: ${says}`, () => {
    const today = inWords(todayOf({ day: "2026-11-21", hour, entries: entriesFrom(entries), programme: PROGRAMME }));
    assert.deepEqual(Object.fromEntries(Object.keys(expect).map((name) => [name, today[name]])), expect);
  });
}

test("today works before the programme is on the phone", () => {
  const today = todayOf({ day: "2026-11-21", hour: 9, entries: [], programme: null });
  assert.deepEqual([today.state, today.sessions], ["no-plan", []]);
});
