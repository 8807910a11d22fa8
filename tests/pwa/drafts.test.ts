import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import "../node/indexeddb.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";
import { clearDraft, forgetUnfinished, readDraft, saveDraft } from "../../pwa/src/shared/store/drafts.ts";

/** localStorage as a browser has it: the items are properties of their own. */
class Items {
  [key: string]: unknown;
  getItem(key: string): string | null { return Object.hasOwn(this, key) ? (this[key] as string) : null; }
  setItem(key: string, text: string): void { this[key] = text; }
  removeItem(key: string): void { delete this[key]; }
}

const page = globalThis as { localStorage?: Items | undefined };
const beside = () => Object.keys(page.localStorage!);

beforeEach(() => { page.localStorage = new Items(); });
afterEach(() => { page.localStorage = undefined; });

/** A page whose requests never come to anything, because it ends first. */
async function ending(name: string): Promise<Store> {
  const store = await Store.open(name);
  store.write = store.forget = () => new Promise(() => undefined);
  return store;
}

for (const place of ["localStorage", "the database alone"]) {
  test(`with ${place} a draft comes back as it was, and not to an app that shapes it otherwise`, async () => {
    if (place !== "localStorage") page.localStorage = undefined;
    const store = await Store.open(`drafts ${place}`);
    await saveDraft(store, "pain", 1, { note: "half a sen" });
    assert.deepEqual(await readDraft(store, "pain", 1), { note: "half a sen" });
    assert.equal(await readDraft(store, "pain", 2), null);
    await clearDraft(store, "pain");
    assert.equal(await readDraft(store, "pain", 1), null);
  });
}

test("every change is there in the next page, however soon this one ended after it", async () => {
  await saveDraft(await Store.open("ending"), "pain", 1, { note: "half" });
  const page = await ending("ending");
  for (let length = 5; length <= 20; length++) {
    void saveDraft(page, "pain", 1, { note: "half a sentence more".slice(0, length) });
    const next = await Store.open("ending");
    assert.deepEqual(await readDraft(next, "pain", 1), { note: "half a sentence more".slice(0, length) });
    next.close();
  }
  void clearDraft(page, "pain");
  assert.equal(await readDraft(await Store.open("ending"), "pain", 1), null, "cleared is a change too");
});

test("what the database holds does not stay beside it, and an earlier change does not push out a later one", async () => {
  const store = await Store.open("done");
  const changes = ["a", "b", "c"].map((note) => saveDraft(store, "pain", 1, { note }));
  assert.deepEqual(await readDraft(store, "pain", 1), { note: "c" });
  await changes[0];
  assert.deepEqual(await readDraft(store, "pain", 1), { note: "c" });
  await Promise.all(changes);
  assert.deepEqual(beside(), []);
  assert.deepEqual(await readDraft(store, "pain", 1), { note: "c" });
});

test("a change made after a page ended takes the place of what that one left", async () => {
  void saveDraft(await ending("next"), "pain", 1, { note: "before" });
  const store = await Store.open("next");
  await saveDraft(store, "pain", 1, { note: "after" });
  assert.deepEqual(beside(), []);
  assert.deepEqual(await readDraft(store, "pain", 1), { note: "after" });
});

test("a phone whose database has no room keeps the draft beside it", async () => {
  const store = await Store.open("no room");
  store.write = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  await assert.rejects(saveDraft(store, "pain", 1, { note: "kept" }));
  assert.deepEqual(await readDraft(store, "pain", 1), { note: "kept" });
});

test("when the database is cleared nothing of a person stays beside it, and the phone's own settings do", async () => {
  page.localStorage!.setItem("jointly player", "{}");
  const store = await ending("cleared");
  void saveDraft(store, "pain", 1, { note: "private" });
  void saveDraft(store, "exercise chair-stand", 1, { pain: 3 });
  forgetUnfinished();
  assert.deepEqual(beside(), ["jointly player"]);
});
