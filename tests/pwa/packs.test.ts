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

test("the care cards are asked for first, and are there even when nothing else comes", async () => {
  const manifest = { packs: { "programme-knee-hip": "h1", lists: "l1", safety: "s1" } };
  const { server, open } = await phone("packs-4", { "/content/manifest.json": manifest, "/content/s1.json": { cards: [], numbers: [] } });
  assert.equal(await open().refresh(), false, "not all of it came");
  assert.equal(server.asked[1], "/content/s1.json");
  server.files = {};
  assert.deepEqual(await open().pack("safety"), { cards: [], numbers: [] });
  assert.equal(await open().programme("knee-hip"), null);
  server.files = { ...version("h1"), "/content/manifest.json": manifest, "/content/s1.json": { cards: [], numbers: [] } };
  assert.equal((await open().programme("knee-hip"))!.title, "h1", "the rest comes when it can");
});

test("what Today does not need comes after it, in quiet moments, and is fetched at once when it is asked for", async () => {
  const more = (library: string, topics: string) => ({
    ...version("h1"), "/content/manifest.json": { packs: { library, topics, "programme-knee-hip": "h1", lists: "l1" } },
    [`/content/${library}.json`]: { exercises: [library] }, [`/content/${topics}.json`]: { topics },
  });
  const { server, open, shelf } = await phone("packs-5", more("x1", "t1"));
  const asking = open();
  assert.equal((await asking.programme("knee-hip"))!.title, "h1");
  assert.deepEqual(server.asked.toSorted(), ["/content/h1.json", "/content/l1.json", "/content/manifest.json"]);
  assert.ok(!asking.current, "the rest is still to come");
  assert.deepEqual(await asking.pack("library"), { exercises: ["x1"] });
  assert.ok(!(await shelf.paths()).includes("/content/t1.json"));
  assert.equal(await asking.refresh(), false, "nothing of Today is new");
  await asking.rest;
  assert.ok(asking.current && (await shelf.paths()).includes("/content/t1.json"));
  // a newer version, of which only half comes: what is here of the other half goes on being used
  server.files = more("x2", "t2");
  delete server.files["/content/t2.json"];
  const later = open();
  await later.refresh();
  await later.rest;
  assert.deepEqual(await later.pack("topics"), { topics: "t1" });
  server.files = {};
  assert.deepEqual(await open().pack("topics"), { topics: "t1" });
  server.files = more("x2", "t2");
  const last = open();
  await last.refresh();
  await last.rest;
  assert.deepEqual([await last.pack("library"), await last.pack("topics")], [{ exercises: ["x2"] }, { topics: "t2" }]);
  assert.ok(!(await shelf.paths()).some((path) => /[xt]1/.test(path)));
});

test("one answer that is lost does not put off the rest until the next start, and two in a row end it", async () => {
  const names = ["library", "topics", "pathways"];
  const files = (...lost: string[]) => ({
    ...version("h1"), "/content/manifest.json": { packs: { "programme-knee-hip": "h1", lists: "l1", ...Object.fromEntries(names.map((name) => [name, `${name}1`])) } },
    ...Object.fromEntries(names.filter((name) => !lost.includes(name)).map((name) => [`/content/${name}1.json`, {}])),
  });
  for (const [lost, times, came] of [["topics", 1, true], ["topics", 2, false]] as const) {
    const { server, open, shelf } = await phone(`packs-lost-${times}`, files());
    const packs = open();
    await packs.programme("knee-hip");
    let left: number = times;
    server.files = new Proxy(files(), { get: (all, path: string) => (path === `/content/${lost}1.json` && left-- > 0 ? undefined : all[path as keyof typeof all]) });
    await packs.refresh();
    await packs.rest;
    assert.equal((await shelf.paths()).includes("/content/pathways1.json"), came);
    assert.equal(packs.current, came);
  }
});

test("the table of outcodes comes when it is asked for, and is kept up to date from then on", async () => {
  const with_outcodes = (hash: string) => ({
    ...version("h1"), "/content/manifest.json": { packs: { "programme-knee-hip": "h1", lists: "l1", outcodes: hash } },
    [`/content/${hash}.json`]: { areas: { LS: hash } },
  });
  const { server, open } = await phone("packs-6", with_outcodes("o1"));
  const packs = open();
  await packs.refresh();
  await packs.rest;
  assert.ok(packs.current && !server.asked.includes("/content/o1.json"), "most people never need it");
  assert.deepEqual(await open().pack("outcodes"), { areas: { LS: "o1" } });
  server.files = with_outcodes("o2");
  const later = open();
  await later.refresh();
  await later.rest;
  server.files = {};
  assert.deepEqual(await open().pack("outcodes"), { areas: { LS: "o2" } });
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
