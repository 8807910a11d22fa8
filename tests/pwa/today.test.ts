import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import type { Today } from "../../pwa/src/shared/rules/today.ts";
import { adapted, planNow } from "../../pwa/src/shared/rules/adapting.ts";
import type { Programme } from "../../pwa/src/shared/content/types.ts";
import type { Entry } from "../../pwa/src/shared/record/versions.ts";
import { todayOf } from "../../pwa/src/shared/rules/today.ts";
import type { Said } from "./entries.ts";
import { entriesFrom, LIBRARY, PROGRAMME } from "./entries.ts";

interface Case { says: string; hour?: number; entries: Said[]; expect: { [name: string]: unknown } }

const inWords = (today: Today) => ({
  ...today,
  sessions: today.sessions.map(({ time, items }) => `${time} ` + items.map(({ exercise, state, gentle, level }) =>
    `${exercise.slug} ${state} ${gentle ? "gentle" : level}`).join(", ")),
  extra: today.extra.map((entry) => entry.body.exercise),
  pain: today.pain.map((entry) => entry.body.score),
}) as { [name: string]: unknown };

/** As the phone makes it: the programme that the plan names (each has the same list), with the exercises that it names. */
function followed(entries: Entry[]): Programme {
  const plan = planNow(entries)?.body;
  const own = { ...PROGRAMME, slug: plan?.programme ?? PROGRAMME.slug };
  return plan?.exercises ? adapted(own, plan.exercises, LIBRARY) : own;
}

for (const { says, hour = 9, entries, expect } of casesOf<{ cases: Case[] }>("today").cases) {
  test(`today: ${says}`, () => {
    const written = entriesFrom(entries);
    const today = inWords(todayOf({ day: "2026-11-21", hour, entries: written, programme: followed(written) }));
    assert.deepEqual(Object.fromEntries(Object.keys(expect).map((name) => [name, today[name]])), expect);
  });
}

test("today works before the programme is on the phone", () => {
  const today = todayOf({ day: "2026-11-21", hour: 9, entries: [], programme: null });
  assert.deepEqual([today.state, today.sessions], ["no-plan", []]);
});
