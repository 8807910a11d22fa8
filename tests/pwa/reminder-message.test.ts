import assert from "node:assert/strict";
import { test } from "node:test";
import { keysIn, noticeOf, pathOf } from "../../pwa/src/shared/reminders/message.ts";

const ORIGIN = "https://jointly.example";
const fallback = { title: "Something", body: "Open it" };
const shown = (text: string, done = false) => noticeOf(text, { done, origin: ORIGIN, fallback });
const MESSAGE = {
  web_push: 8030,
  notification: {
    title: "Time for something you planned", body: "Tap to see", lang: "en-GB", dir: "ltr", navigate: `${ORIGIN}/plan?x=1`, tag: "00ff",
    data: { token: "t", keys: ["a", "b"], kinds: ["exercise"], title_done: "Already done", body_done: "Well done" },
    actions: [{ action: "done", title: "Done" }, { action: "later", title: "Later" }], silent: false,
  },
};
const TEXT = JSON.stringify(MESSAGE);

test("a message is shown as it says", () => {
  const { title, options } = shown(TEXT);
  assert.equal(title, "Time for something you planned");
  assert.deepEqual([options.body, options.tag, options.lang, options.silent], ["Tap to see", "00ff", "en-GB", false]);
  assert.deepEqual(options.actions, MESSAGE.notification.actions);
  assert.deepEqual(options.data, { token: "t", keys: ["a", "b"], to: "/plan?x=1", says: ["done", "later"] });
  assert.deepEqual(keysIn(TEXT), ["a", "b"]);
});

test("when all of it is done it says so quietly, and asks for nothing", () => {
  const { title, options } = shown(TEXT, true);
  assert.deepEqual([title, options.body, options.silent, options.actions], ["Already done", "Well done", true, undefined]);
  assert.deepEqual((options.data as { says: string[] }).says, [], "and the app asks for nothing either");
});

test("a message without words for done things is shown as it is", () => {
  const { title } = shown(JSON.stringify({ notification: { title: "News", navigate: "/" } }), true);
  assert.equal(title, "News");
});

for (const text of ["", "not JSON", "null", "7", '"x"', "[]", "{}", '{"notification":null}', '{"notification":{"title":3,"data":{"keys":[1,{}],"token":{}},"actions":"x"}}']) {
  test(`something is shown whatever comes: ${text || "nothing"}`, () => {
    const { title, options } = shown(text);
    assert.deepEqual([title, options.body], ["Something", "Open it"]);
    assert.deepEqual(options.data, { token: "", keys: [], to: "/", says: [] });
    assert.deepEqual(keysIn(text), []);
  });
}

test("a notification leads nowhere but into this app", () => {
  assert.equal(pathOf("https://jointly.example/near/abc?x=1#y", ORIGIN), "/near/abc?x=1");
  for (const elsewhere of ["https://evil.example/", "//evil.example/x", "javascript:alert(1)", "https://jointly.example:444/", "data:text/html,x", 7, null, "http://["]) {
    assert.equal(pathOf(elsewhere, ORIGIN), "/");
  }
});
