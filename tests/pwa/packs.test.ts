import assert from "node:assert/strict";
import { test } from "node:test";
import "../node/indexeddb.ts";
import { Packs } from "../../pwa/src/shared/content/packs.ts";
import { storeShelf } from "../../pwa/src/shared/content/shelf.ts";
import { speak } from "../../pwa/src/shared/messages/fluent.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";

type Files = { [path: string]: unknown };
const version = (hash: string) => ({
  "/content/manifest.json": { packs: { "programme-knee-hip": hash, lists: "l1" } },
  [`/content/${hash}.json`]: { slug: "knee-hip", title: hash }, "/content/l1.json": { regions: [] },
});

async function phone(name: string, files: Files) {
  const asked: string[] = [];
  const server = { files, asked };
  const store = await Store.open(name);
  const ask = (async (path: string) => {
    asked.push(path);
    const file = server.files[path];
    if (file === undefined) throw new TypeError("fetch failed");
    return typeof file === "string" ? new Response(file) : Response.json(file);
  }) as typeof fetch;
  const open = () => new Packs(store, { fetch: ask, shelf: storeShelf(store) });
  return { server, open, shelf: storeShelf(store) };
}

test("packs are fetched once and then work with no server", async () => {
  const { server, open } = await phone("packs-1", version("h1"));
  const first = open();
  assert.equal((await first.programme("knee-hip"))!.title, "h1");
  assert.equal(server.asked.length, 3);
  assert.ok(first.current, "nothing newer to look for");
  server.files = {};
  assert.ok(!open().current);
  assert.equal((await open().programme("knee-hip"))!.title, "h1");
  assert.deepEqual(await open().lists(), { regions: [] });
  assert.deepEqual(await open().programmes(), ["knee-hip"]);
  assert.equal(await open().refresh(), false);
});

test("with no server and no packs there is no programme, and no error", async () => {
  const { open } = await phone("packs-2", {});
  assert.equal(await open().programme("knee-hip"), null);
});

test("a new pack takes the old one's place when it is whole, and unchanged ones are not fetched again", async () => {
  const { server, open, shelf } = await phone("packs-3", version("h1"));
  const packs = open();
  await packs.programme("knee-hip");
  server.files = { "/content/manifest.json": version("h2")["/content/manifest.json"] };
  assert.equal(await packs.refresh(), false);
  assert.equal((await packs.programme("knee-hip"))!.title, "h1", "half a change changes nothing");
  server.files = { ...version("h2"), "/content/h2.json": '{"slug": "knee-' };
  assert.equal(await packs.refresh(), false);
  server.files = version("h2");
  server.asked.length = 0;
  assert.equal(await packs.refresh(), true);
  assert.deepEqual(server.asked, ["/content/manifest.json", "/content/h2.json"]);
  assert.equal((await packs.programme("knee-hip"))!.title, "h2");
  assert.deepEqual((await shelf.paths()).sort(), ["/content/h2.json", "/content/l1.json", "/content/manifest.json"]);
  assert.equal(await packs.refresh(), false);
});

test("messages are said in their plural forms, with attributes, and a missing one as its id", () => {
  const say = speak(["unsent = { $count ->\n    [one] 1 entry\n   *[other] { $count } entries\n }\n    .label = Not yet sent\n"], "en", { isolate: false });
  assert.equal(say("unsent", { count: 1 }), "1 entry");
  assert.equal(say("unsent", { count: 3 }), "3 entries");
  assert.equal(say("unsent", { count: 1234 }), "1,234 entries");
  assert.equal(say("unsent.label"), "Not yet sent");
  assert.equal(say("nothing"), "nothing");
  say.add("nothing = Something\n");
  assert.equal(say("nothing"), "Something");
});
