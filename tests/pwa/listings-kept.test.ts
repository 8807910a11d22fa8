import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import "../node/indexeddb.ts";
import { type Area, covers, fetchArea, isStale, keepArea, reachOf, readArea, WIDEST_KM } from "../../pwa/src/shared/listings/area.ts";
import { calendarOf } from "../../pwa/src/shared/listings/calendar.ts";
import type { Card, Source } from "../../pwa/src/shared/listings/cards.ts";
import type { Ask } from "../../pwa/src/shared/listings/near.ts";
import { centreOf, outcodeOf, rounded } from "../../pwa/src/shared/listings/place.ts";
import { readReports, report, reportAtWork, sendReports } from "../../pwa/src/shared/listings/reports.ts";
import { readSaved, refreshSaved, save, unsave } from "../../pwa/src/shared/listings/saved.ts";
import { Store } from "../../pwa/src/shared/store/db.ts";

const source: Source = { id: "s", publisher: "P", url: null, licence: null, here: true, read_at: null };
const card = (id: string, north_km: number | null = null): Card => ({
  id, kind: "activity", name: id, by: "B", organisation: "o", source: "s", attendance: "in-person", facets: 0,
  ...(north_km !== null && { place: { id: "p", name: "Hall", lat: 53.92 + north_km / 111.195, lon: -1.8 } }),
});
const spot = { lat: 53.92, lon: -1.8, outcode: "LS29" };
const area = (more: boolean): Area => ({ spot, km: WIDEST_KM, cards: [card("a", 1), card("b", 3)], more, sources: [source], made_at: "2026-11-20T09:00:00Z" });
const ask = (km: number | null): Ask => ({
  around: km ? { ...spot, km } : null, days: [], from_minute: null, to_minute: null, all_of: [], any_of: [], words: "", order: "near",
});

interface Asked { url: string; method: string; body: unknown }

const own = globalThis.fetch;
afterEach(() => { globalThis.fetch = own; });

/** A server that answers so; no answer at all where it gives null. */
function server(answer: (asked: Asked) => [status: number, body?: unknown] | null): Asked[] {
  const all: Asked[] = [];
  globalThis.fetch = (async (url: string, { method = "GET", body }: { method?: string; body?: string } = {}) => {
    const asked = { url, method, body: body === undefined ? undefined : JSON.parse(body) as unknown };
    all.push(asked);
    const [status, said] = answer(asked) ?? [];
    if (status === undefined) throw new TypeError("fetch failed");
    return status === 204 ? new Response(null, { status }) : Response.json(said ?? { code: "c", message: "" }, { status });
  }) as typeof fetch;
  return all;
}

test("the first half of a postcode is told from the whole, however it is typed", () => {
  for (const typed of ["ls29 9aa", "LS299AA", " LS29 9", "ls29"]) assert.equal(outcodeOf(typed), "LS29", typed);
  assert.equal(outcodeOf("LS2 9AA"), "LS2");
  assert.equal(outcodeOf("LS29AA"), "LS2");
  assert.deepEqual(["M11AE", "W1A 1AA", "SW1A1AA", "EC1A 1BB", "B1"].map(outcodeOf), ["M1", "W1A", "SW1A", "EC1A", "B1"]);
  assert.deepEqual(["", "Leeds", "12345", "LS29 XX", "LS", "<b>"].map(outcodeOf), [null, null, null, null, null, null]);
});

test("an outcode is in the table, or in the middle of its letters, or nowhere", () => {
  const table = { areas: { LS: "1 53797 -1549;29 53921 -1804", W: "1A 51519 -142" } };
  assert.deepEqual(centreOf("LS29", table), { lat: 53.921, lon: -1.804 });
  assert.deepEqual(centreOf("W1A", table), { lat: 51.519, lon: -0.142 });
  assert.deepEqual(centreOf("LS99", table), { lat: 53.859, lon: -1.676 });
  assert.equal(centreOf("ZZ1", table), null);
  assert.deepEqual(rounded({ lat: 53.92149, lon: -1.80351 }), { lat: 53.92, lon: -1.8 });
});

test("an area is asked for by a rounded place alone, and kept sealed in place of the one before", async () => {
  const store = await Store.open("near-area");
  const all = server(() => [200, { cards: Array.from({ length: 700 }, (_, index) => card(`c${index}`)), more: false, sources: [source], made_at: "2026-11-22T09:00:00Z" }]);
  const fresh = await fetchArea({ lat: 53.92149, lon: -1.80351, outcode: "LS29" });
  assert.deepEqual(all.map(({ url, body }) => [url, body]), [["/api/listings/area", { lat: 53.92, lon: -1.8, km: WIDEST_KM }]]);
  assert.ok(fresh.cards.length === 600 && fresh.more);
  await keepArea(store, area(false));
  await keepArea(store, fresh);
  assert.deepEqual(await readArea(store), fresh);
  assert.ok((await store.read("listings-area")) instanceof Uint8Array, "nobody reads off the phone where somebody lives");
  assert.ok(!isStale(fresh, new Date("2026-11-23T08:59:00Z"), false) && isStale(fresh, new Date("2026-11-23T09:00:00Z"), false));
  assert.ok(!isStale(fresh, new Date("2026-11-22T09:14:00Z"), true) && isStale(fresh, new Date("2026-11-22T09:15:00Z"), true));
});

test("where there was more than the phone was given, it knows how far its own goes", () => {
  assert.equal(reachOf(area(false)), WIDEST_KM);
  assert.ok(Math.abs(reachOf(area(true)) - 3) < 0.01);
  assert.deepEqual([covers(area(true), ask(2.9)), covers(area(true), ask(3.1)), covers(area(true), ask(null))], [true, false, false]);
  assert.ok(covers(area(false), ask(WIDEST_KM)) && covers(area(false), ask(null)));
});

test("what is saved is whole, is asked after once a day, and says when it is listed no more", async () => {
  const store = await Store.open("near-saved");
  const then = "2026-11-20T09:00:00Z";
  for (const id of ["a", "b", "c"]) await save(store, card(id), source, id === "c" ? "2026-11-22T08:00:00Z" : then, new Date(then));
  const all = server(({ url }) => (url.endsWith("/a") ? [200, { card: { ...card("a"), name: "Renamed" }, source }] : [404]));
  await refreshSaved(store, new Date("2026-11-22T09:00:00Z"));
  assert.deepEqual(all.map(({ url }) => url), ["/api/listings/a", "/api/listings/b"]);
  const kept = await readSaved(store);
  assert.deepEqual(Object.values(kept).map(({ card: { name }, gone }) => [name, gone]), [["Renamed", false], ["b", true], ["c", false]]);
  assert.equal(kept.b!.card.id, "b", "it still opens");
  server(() => null);
  await refreshSaved(store, new Date("2026-11-29T09:00:00Z"));
  assert.deepEqual(await readSaved(store), kept, "without signal everything stays");
  await unsave(store, "b");
  assert.deepEqual(Object.keys(await readSaved(store)), ["a", "c"]);
});

const wrong = { listing: "a", what: "was-not-on" as const, on: "2026-11-22", words: null };

test("a report waits for signal, goes once, and is dropped where nobody is left to tell", async () => {
  const store = await Store.open("near-reports");
  server(() => null);
  assert.equal(await report(store, wrong), false);
  assert.equal(await report(store, { ...wrong, listing: "b" }), false);
  await assert.rejects(reportAtWork(wrong, true), "nothing waits on a device that somebody works at");
  assert.equal((await readReports(store)).length, 2);
  server(() => [503]);
  await sendReports(store);
  assert.equal((await readReports(store)).length, 2, "a server in trouble is asked again");
  const all = server(({ body }) => ((body as typeof wrong).listing === "b" ? [404] : [204]));
  await sendReports(store);
  assert.deepEqual(await readReports(store), []);
  assert.deepEqual(all[0]!.body, wrong, "nothing in it tells who said it");
  assert.match(all[0]!.url, /^\/api\/publishing\/reports\/[0-9a-f-]{36}$/);
  await sendReports(store);
  assert.equal(all.length, 2);
  await reportAtWork(wrong, true);
  await reportAtWork(wrong, false);
  assert.match(all[2]!.url, /\/from-staff$/);
  assert.doesNotMatch(all[3]!.url, /\/from-staff$/, "who publishes is not of the team");
  assert.deepEqual(await readReports(store), []);
});

test("a date for the calendar: one event in UTC, short lines, and nothing that breaks out of it", () => {
  const name = "Tai chi, slow; calm\r\nBEGIN:VALARM \\ ".padEnd(120, "é");
  const event = { uid: "1@h", start: new Date("2026-11-24T10:30:00Z"), end: new Date("2026-11-24T11:30:00Z"), name, place: "Hall", words: "", url: "https://h/near/1" };
  const made = calendarOf(event, new Date("2026-11-22T09:00:00Z"));
  const lines = made.split("\r\n");
  assert.ok(made.endsWith("END:VCALENDAR\r\n") && lines.every((line) => Buffer.byteLength(line) <= 75));
  assert.ok(lines.includes("DTSTART:20261124T103000Z") && lines.includes("DTEND:20261124T113000Z"));
  assert.equal(lines.filter((line) => line.startsWith("BEGIN:")).length, 2);
  const whole = made.replaceAll("\r\n ", "");
  assert.ok(whole.includes("SUMMARY:Tai chi\\, slow\\; calm\\nBEGIN:VALARM \\\\ é"));
  assert.ok(whole.includes("é".repeat(70)), "no letter was cut in two");
});
