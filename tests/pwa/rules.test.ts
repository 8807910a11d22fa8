// Run all of these with: node --test "tests/pwa/*.test.ts"   (Node 24 strips the types; packages: npm ci in pwa and tests/node)
import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import type { Version } from "../../pwa/src/shared/record/versions.ts";
import { entryOf } from "../../pwa/src/shared/record/versions.ts";
import type { Bands, Finding, Session } from "../../pwa/src/shared/rules/ladder.ts";
import { ruleMet } from "../../pwa/src/shared/rules/ladder.ts";

interface VersionCase { says: string; versions: Partial<Version>[]; expect: { head: string; also: string[]; gone: boolean } }
interface LadderCase {
  says: string; level: number; levels: number; sessions_to_move_up: number; flares: string[]; sessions: Session[]; expect: Finding;
}

for (const { says, versions, expect } of casesOf<{ cases: VersionCase[] }>("versions").cases) {
  test(`versions: ${says}`, () => {
    const whole = versions.map((version) => ({ entry: "e", kind: "pain", refused: null, ...version }) as Version);
    for (const arrived of [whole, whole.toReversed()]) {
      const entry = entryOf(arrived);
      assert.deepEqual({ head: entry.head.id, also: entry.also.map((version) => version.id), gone: entry.gone }, expect);
    }
  });
}

const ladder = casesOf<{ bands: Bands; cases: LadderCase[] }>("ladder");
for (const { says, level, levels, sessions, flares, sessions_to_move_up, expect } of ladder.cases) {
  test(`ladder: ${says}`, () => {
    assert.deepEqual(ruleMet({ sessions, level, levels, flares, bands: { ...ladder.bands, sessions_to_move_up } }), expect);
  });
}
