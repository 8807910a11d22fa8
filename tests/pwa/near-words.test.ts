/** What a listing says in words, as people read it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../node/raw-words.ts";
import type { Card, Pattern, Source } from "../../pwa/src/shared/listings/cards.ts";
import { mask } from "../../pwa/src/shared/listings/facets.ts";

const { awayWords, doubtWords, freshWords, patternWords, placeWords, priceWords, whenWords } = await import("../../pwa/src/page/screens/near/say.ts");

const { directionsTo, isWeb, letter, telephone } = await import("../../pwa/src/page/screens/near/links.ts");

const now = new Date("2026-11-22T09:00:00Z");
const card: Card = { id: "c", kind: "activity", name: "N", by: "B", organisation: "o", source: "s", attendance: "in-person", facets: 0 };
const source: Source = { id: "s", publisher: "Leeds Leisure", url: null, licence: null, here: false, read_at: null };

test("how often, for people", () => {
  const said = (pattern: Pattern) => patternWords(pattern);
  assert.equal(said({ every: "week", days: ["tue"], start: "10:30", end: "11:30" }), "Every Tuesday, 10:30am to 11:30am");
  assert.equal(said({ every: "week", interval: 2, days: ["tue"], start: "14:00" }), "Every other Tuesday, 2pm");
  assert.equal(said({ every: "week", interval: 3, days: ["mon", "thu"] }), "Every 3 weeks on Monday and Thursday");
  assert.equal(said({ every: "month", days: ["wed"], weeks: [1, -1], start: "19:00" }), "On the first and last Wednesday of the month, 7pm");
  assert.equal(said({ every: "month", month_days: [15] }), "On day 15 of the month");
  assert.equal(said({ every: "day", start: "12:00", last: "2026-12-15" }), "Every day, midday, until 15 December 2026");
  assert.equal(said({ every: "once", first: "2026-12-03", start: "10:00" }), "3 December 2026, 10am");
  assert.equal(said({ every: "week", days: ["fri"], start: "10:00", usual: true }), "Usually every Friday, 10am");
});

test("dates are told by the clock in London, today and tomorrow by name", () => {
  const at = (start: string, end?: string) => whenWords({ start, end }, now);
  assert.equal(at("2026-11-24T10:30:00Z", "2026-11-24T11:30:00Z"), "Tuesday 24 November, 10:30am to 11:30am");
  assert.equal(at("2026-11-22T18:00:00Z"), "Today, 6pm");
  assert.equal(at("2026-11-23T00:00:00Z"), "Tomorrow, midnight");
  assert.equal(at("2027-06-01T10:30:00Z"), "Tuesday 1 June, 11:30am");
});

test("a distance is always about", () => {
  assert.deepEqual([0.2, 1.1, 1.3, 3.3, 12].map(awayWords), [
    "Less than a mile away", "Less than a mile away", "About 1 mile away", "About 2 miles away", "About 7 miles away",
  ]);
  assert.equal(awayWords(null), "From home");
});

test("free is said only where it is, and what is not stated is said to be so", () => {
  const costs = (...pence: number[]) => priceWords({ ...card, prices: pence.map((each) => ({ pence: each })) });
  assert.equal(costs(), "Cost not stated");
  assert.deepEqual([costs(300), costs(250, 400), costs(0, 350)], ["£3", "£2.50 to £4", "Free, or up to £3.50"]);
  assert.equal(priceWords({ ...card, facets: mask(["free"]), prices: [{ pence: 0 }] }), "Free");
  assert.equal(priceWords({ ...card, prices: [{ pence: 0 }], price_words: "£6 at the door" }), "Free. £6 at the door");
  assert.equal(priceWords({ ...card, prices: [{ pence: 0, name: "Member" }] }), "Member: Free", "not free outright");
  assert.equal(priceWords({ ...card, prices: [{ pence: 500, currency: "EUR" }] }), "€5");
  assert.equal(priceWords({ ...card, prices: [{ pence: 500 }, { pence: 300, currency: "EUR", name: "Online" }] }), "£5, Online: €3");
});

test("who says that it is right, and since when", () => {
  const here = { ...source, here: true };
  assert.equal(freshWords({ ...card, checked_at: "2026-11-19T22:00:00Z" }, here, now), "Confirmed by the group 3 days ago");
  assert.equal(freshWords({ ...card, checked_at: "2026-11-21T22:00:00Z", checked_by: "worker" }, here, now), "Confirmed by a link worker yesterday");
  assert.equal(freshWords(card, { ...source, read_at: "2026-11-22T03:00:00Z" }, now), "From a list by Leeds Leisure, read today");
  assert.equal(freshWords(card, here, now), "Nobody has confirmed this yet");
  assert.equal(doubtWords({ ...card, checked_at: "2026-11-19T22:00:00Z" }, here, now), null);
  assert.equal(doubtWords({ ...card, checked_at: "2026-10-30T22:00:00Z" }, here, now), "Please check before you go.");
});

test("where it is, and nowhere for what is online", () => {
  const place = { id: "p", name: "Library", locality: "Thornbeck" };
  assert.equal(placeWords({ ...card, place }), "Library, Thornbeck");
  assert.equal(placeWords({ ...card, place, attendance: "online" }), null);
  assert.equal(placeWords({ ...card, place: { ...place, locality: "Library" } }), "Library");
});

test("what strangers wrote opens web pages, calls and letters, and nothing else", () => {
  assert.ok(isWeb("https://leisure.example/a?b=c") && isWeb("HTTP://leisure.example"));
  for (const bad of ["javascript:alert(1)", " https://x", "data:text/html,x", "//leisure.example", "https://a b", "https://[", "vbscript:x", "blob:https://x"]) {
    assert.ok(!isWeb(bad), bad);
  }
  assert.equal(telephone("0113 496 0110;phone-context=x"), "tel:01134960110");
  assert.equal(letter("a@b.example?bcc=c@d.example&body=x"), "mailto:a@b.example%3Fbcc%3Dc%40d.example%26body%3Dx");
});

test("directions go by the place where it is known, else by its address, to the map that the phone has", () => {
  const place = { id: "p", name: "Hall & more", street: "Mill Lane", locality: "Thornbeck", postcode: "LS29 0VV", lat: 53.9, lon: -1.8, located: "source" as const };
  const about = { ...place, located: "outcode" as const };
  assert.equal(directionsTo(place, "Mozilla (Linux; Android 16)"), "geo:53.9,-1.8?q=53.9,-1.8(Hall%20%26%20more)");
  assert.equal(directionsTo(about, "Mozilla (Linux; Android 16)"), "geo:0,0?q=Hall%20%26%20more%2C%20Mill%20Lane%2C%20Thornbeck%2C%20LS29%200VV");
  assert.match(directionsTo(place, "iPhone"), /^https:\/\/maps\.apple\.com\/\?daddr=53\.9,-1\.8$/);
  assert.match(directionsTo(about, "Windows"), /^https:\/\/www\.openstreetmap\.org\/search\?query=Hall/);
});
