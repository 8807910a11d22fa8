import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import { coming, type Runs } from "../../pwa/src/shared/listings/coming.ts";
import { copyOf, draftOf, emptyDraft, type ListingDraft } from "../../pwa/src/page/screens/organisation/form/draft.ts";
import { listingIn, missingIn, withFirst } from "../../pwa/src/page/screens/organisation/form/said.ts";

interface Case { name: string; now: string; runs: Runs[]; dates: string[] }

for (const { name, now, runs, dates } of casesOf<{ cases: Case[] }>("coming").cases) {
  test(`dates of a pattern: ${name}`, () => {
    const found = coming(runs, new Date(now), dates.length).map(({ start }) => new Date(start).toISOString());
    assert.deepEqual(found, dates.map((each) => new Date(each).toISOString()));
  });
}

const filled = (changes: Partial<ListingDraft> = {}): ListingDraft => ({
  ...emptyDraft(), name: " Sore hands ", kind: "peer-support", summary: "Talk and tea", cost: "free",
  runs: [{ ...withFirst(emptyDraft().runs[0]!, "2026-10-13"), every: "week", interval: 2, start: "10:30", end: "12:00" }],
  where: { name: "Town hall", street: "1 Main Street", town: "Leeds", postcode: "ls1 1ur", access: "" }, ...changes,
});

test("a form that was filled in comes back as it was said, and stays the same listing", () => {
  const said = listingIn(filled({ stated: { seated: true, parking: false }, texts: { ...emptyDraft().texts, url: "hands.example", languages: "English, Polish", min_age: "18" } }), true);
  assert.deepEqual([said.name, said.where?.postcode, said.url, said.languages, said.min_age], ["Sore hands", "LS1 1UR", "https://hands.example", ["English", "Polish"], 18]);
  assert.deepEqual(said.runs[0]!.days, ["tue"]);
  const again = draftOf("0197a000-0000-7000-8000-000000000000", said);
  assert.deepEqual(listingIn(again, true), said);
  assert.equal(again.id, "0197a000-0000-7000-8000-000000000000");
});

test("what is used again asks for a new first day, and is another listing", () => {
  const said = listingIn(filled(), true);
  const copy = copyOf({ ...said, runs: [{ ...said.runs[0]!, not_on: ["2026-10-27"], last: "2026-12-22" }] });
  assert.deepEqual([copy.runs[0]!.first, copy.runs[0]!.last, copy.runs[0]!.not_on, copy.runs[0]!.interval], ["", "", [], 2]);
  assert.equal(missingIn(copy)?.field, "first.0");
  assert.notEqual(copy.id, copyOf(said).id);
});

test("a cost that nobody chose is not stated, never free; pounds become pence", () => {
  assert.deepEqual(listingIn(filled({ cost: null }), true).costs, []);
  assert.deepEqual(listingIn(filled({ cost: "paid", amounts: [{ pounds: "£2.30", words: "with a card" }] }), true).costs, [{ pence: 230, words: "with a card" }]);
});

for (const [field, wrong] of [
  ["name", { name: " " }], ["kind", { kind: null }], ["summary", { summary: "<b>bold</b>" }], ["where.postcode", { where: { ...filled().where, postcode: "LS1" } }],
  ["where.town", { where: { ...filled().where, town: "" } }], ["end.0", { runs: [{ ...filled().runs[0]!, end: "10:30" }] }],
  ["weeks.0", { runs: [{ ...filled().runs[0]!, every: "month", weeks: [] }] }], ["last.0", { runs: [{ ...filled().runs[0]!, last: "2026-10-01" }] }],
  ["pounds.0", { cost: "paid" }], ["max_age", { texts: { ...emptyDraft().texts, min_age: "60", max_age: "50" } }],
  ["phone", { texts: { ...emptyDraft().texts, phone: "call me" } }], ["url", { texts: { ...emptyDraft().texts, url: "javascript:alert(1)//@" } }],
] as [string, Partial<ListingDraft>][]) {
  test(`what the server would refuse is said before: ${field}`, () => assert.equal(missingIn(filled(wrong))?.field, field));
}

test("nothing is missing once it is filled in, nor where something has no set times or is online", () => {
  assert.equal(missingIn(filled()), null);
  assert.equal(missingIn(filled({ timed: false, runs: emptyDraft().runs, attendance: "online", where: emptyDraft().where })), null);
});
