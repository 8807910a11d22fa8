/** The person's own download: opens in a spreadsheet and runs nothing there. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../../pwa/src/page/screens/progress/csv.ts";

test("the file starts with a byte order mark and ends every line with CR LF", () => {
  assert.equal(csv([["When", "Score"], ["21 November 2026", 4]]), "\uFEFFWhen,Score\r\n21 November 2026,4\r\n");
});

test("a note that looks like a formula is made harmless", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r"]) {
    assert.ok(csv([[`${start}1+1`]]).replace("\uFEFF", "").replace('"', "").startsWith("'"), JSON.stringify(start));
  }
});

test("commas, quotes and line breaks stay inside their cell", () => {
  assert.equal(csv([['stiff, "very"\nsore', null, true]]), '\uFEFF"stiff, ""very""\nsore",,true\r\n');
});
