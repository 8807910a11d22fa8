/** Styles that only a browser with a finger would show to be wrong. */
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const PAGE = join(import.meta.dirname, "../../pwa/src/page");

test("nothing keeps the look of hovering after a tap: only pointers that can hover get it", () => {
  const files = globSync("**/*.css", { cwd: PAGE });
  assert.ok(files.length > 10);
  for (const file of files) {
    const css = readFileSync(join(PAGE, file), "utf8").replace(/@media \(hover: hover\) \{(?:[^{}]*\{[^{}]*\})*\s*\}/g, "");
    assert.doesNotMatch(css, /:hover/, file);
  }
});
