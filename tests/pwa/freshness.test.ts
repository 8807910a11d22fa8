import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import { type Freshness, freshness, isAsked } from "../../pwa/src/shared/rules/freshness.ts";

interface Case { says: string; checked_at: string; said: boolean; runs_days: number; expect: { freshness: Freshness; asked: boolean } }

const file = casesOf<{ now: string; cases: Case[] }>("freshness");

for (const { says, checked_at, expect, ...rest } of file.cases) {
  test(`freshness: ${says}`, () => {
    const [checked, now] = [{ at: new Date(checked_at), ...rest }, new Date(file.now)];
    assert.deepEqual({ freshness: freshness(checked, now), asked: isAsked(checked, now) }, expect);
  });
}
