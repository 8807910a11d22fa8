/** An NHS number is read, or said to be wrong in its own way, as on the server: the same worked cases. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import { nhsNumber } from "../../pwa/src/shared/rules/nhs-number.ts";

for (const { typed, ...expected } of casesOf<{ typed: string; is?: string; wrong?: string }[]>("nhs-number")) {
  test(`“${typed}”`, () => assert.deepEqual(nhsNumber(typed), expected));
}
