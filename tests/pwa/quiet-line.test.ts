/** The line about sending: whatever is wrong, it says how many entries are on this phone only. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { linesOf } from "../../pwa/src/page/quiet-line.ts";
import { speak } from "../../pwa/src/shared/messages/fluent.ts";

const words = readFileSync(join(import.meta.dirname, "../../content/messages/en/app.ftl"), "utf8");
const t = speak([words], "en-GB", { isolate: false });
const none = { waiting: 0, refused: 0, unreadable: 0, trouble: null };
const said = (standing: Partial<Parameters<typeof linesOf>[0]>) =>
  linesOf({ ...none, ...standing })?.lines.map(([id, count]) => t(id, { count }));

test("nothing is said when everything was received", () => assert.equal(linesOf(none), null));

test("whatever keeps entries from being sent, it says how many wait", () => {
  for (const trouble of ["signed-in-as-another", "sign-in-again", "storage-trouble"] as const) {
    assert.match(said({ waiting: 1, trouble })![0]!, /\b1 entry\b/);
    assert.match(said({ waiting: 5, trouble })![0]!, /\b5 entries\b/);
    assert.doesNotMatch(said({ trouble })![0]!, /\d|entr/, "none wait, so none are spoken of");
  }
});

test("refused and unreadable entries are said beside the waiting ones, and beside any trouble", () => {
  const most = { waiting: 2, refused: 1, unreadable: 3 };
  const beside = ["1 entry could not be received", "3 entries on this phone can no longer be read"];
  assert.deepEqual(said(most), ["2 entries on this phone, not sent yet", ...beside]);
  assert.deepEqual(said({ ...most, trouble: "sign-in-again" })!.slice(1), beside);
});

test("it leads to where something can be done", () => {
  assert.equal(linesOf({ ...none, waiting: 1 })?.to, "/more/sending");
  assert.equal(linesOf({ ...none, waiting: 1, trouble: "sign-in-again" })?.to, "/join");
  assert.equal(linesOf({ ...none, refused: 1, trouble: "storage-trouble" })?.to, "/more/phone");
});
