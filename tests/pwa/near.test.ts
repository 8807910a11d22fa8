import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import { type Card, freshnessOf, nextDate, rowsOf } from "../../pwa/src/shared/listings/cards.ts";
import { has, mask, type Name, namesOf, ORDER } from "../../pwa/src/shared/listings/facets.ts";
import { type Ask, look, loosened } from "../../pwa/src/shared/listings/near.ts";

interface Said {
  id: string; name: string; by: string; km: number | null; starts: string[]; cancelled?: string[]; mixed?: boolean;
  usual?: { day: number; start: string }; ran?: { day: number; start: string; first: string; last: string }; also_km?: number; has: Name[]; summary?: string;
}
interface Case { says: string; ask: Partial<Ask> & { km: number | null }; expect: string[] }

const file = casesOf<{ now: string; here: { lat: number; lon: number }; listings: Said[]; cases: Case[] }>("near");
const now = new Date(file.now);
const KM_A_DEGREE = 111.19508;
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const date = (start: string, status: "scheduled" | "cancelled") =>
  ({ id: start, start, end: new Date(Date.parse(start) + 3_600_000).toISOString(), status });
const hall = (km: number) => ({ id: `p${km}`, name: "Hall", lat: file.here.lat + km / KM_A_DEGREE, lon: file.here.lon });

function cardOf(said: Said): Card {
  const online = said.has.includes("online");
  return {
    id: said.id, name: said.name, by: said.by, organisation: "o", source: "s", kind: "activity", summary: said.summary ?? null,
    attendance: said.mixed ? "mixed" : online ? "online" : "in-person",
    facets: mask([...said.has, ...(online && !said.mixed ? [] : ["in-person" as const])]),
    ...(said.km !== null && { place: hall(said.km) }),
    ...(said.also_km !== undefined && { also_at: [hall(said.also_km)] }),
    patterns: [
      ...(said.usual ? [{ every: "week" as const, days: [DAYS[said.usual.day]!], start: said.usual.start, usual: true }] : []),
      ...(said.ran ? [{ ...said.ran, every: "week" as const, days: [DAYS[said.ran.day]!] }] : []),
    ],
    dates: [...(said.cancelled ?? []).map((start) => date(start, "cancelled")), ...said.starts.map((start) => date(start, "scheduled"))],
  };
}

const EVERYTHING: Ask = { around: null, days: [], from_minute: null, to_minute: null, all_of: [], any_of: [], words: "", order: "near" };
const cards = file.listings.map(cardOf);
const asked = ({ km, ...ask }: Case["ask"]): Ask => ({ ...EVERYTHING, ...ask, around: km ? { ...file.here, km } : null });

for (const { says, ask, expect } of file.cases) {
  test(`finding: ${says}`, () => assert.deepEqual(look(cards, asked(ask), now).map(({ card }) => card.name), expect));
}

test("a bit is told from its neighbours, also past the 32nd", () => {
  for (const name of ORDER) assert.deepEqual(namesOf(mask([name]), ORDER), [name]);
  assert.deepEqual(namesOf(mask(ORDER), ORDER), [...ORDER]);
  assert.ok(!has(mask(["advice"]), "free"));
});

test("what nothing fits says which part to leave out", () => {
  const ask = asked({ km: 8, days: [1], all_of: ["free", "seated", "quiet"], any_of: [["back", "hip"]], words: "pilates" });
  const found = Object.fromEntries(loosened(ask).map(([part, without]) => [part, look(cards, without, now).length]));
  assert.deepEqual(found, { free: 0, seated: 0, quiet: 1, days: 0, words: 0, conditions: 0 });
});

const weekly: Card = {
  ...cards[0]!, patterns: [{ every: "week", days: ["tue", "thu"], start: "10:30", last: "2026-06-30" }],
  dates: Array.from({ length: 8 }, (_, index) => date(new Date(Date.parse("2026-03-24T10:30:00Z") + index * 7 * 86_400_000).toISOString(), "scheduled")),
};

test("where the card has no more dates, its weekly pattern goes on until its last day", () => {
  const days = (at: string) => [...new Set(rowsOf(weekly, new Date(at)).map(({ day }) => day))].sort();
  assert.deepEqual(days("2026-03-23T09:00:00Z"), [1, 3]);
  assert.deepEqual(days("2026-06-01T09:00:00Z"), [1, 3], "all of its dates have passed on a phone that was offline for long");
  assert.deepEqual(days("2026-07-01T09:00:00Z"), [], "it has ended");
});

test("the next date is one that takes place, on a day that was asked for", () => {
  const swim = cards.find(({ name }) => name === "Swim for hips")!;
  assert.equal(nextDate(swim, now)!.start, "2026-03-31T10:00:00Z");
  assert.equal(nextDate(swim, now, [2]), undefined);
});

test("a group's listing is as fresh as its word, and a feed's as its last reading", () => {
  const source = { id: "s", publisher: "P", url: null, licence: null, read_at: "2026-03-01T09:00:00Z" };
  const card = { ...cards[0]!, checked_at: "2026-03-20T09:00:00Z", runs_days: 7 };
  assert.equal(freshnessOf(card, { ...source, here: true }, now), "fresh");
  assert.equal(freshnessOf({ ...card, checked_at: "2026-02-01T09:00:00Z" }, { ...source, here: true }, now), "hidden");
  assert.equal(freshnessOf(card, { ...source, here: false }, now), "fading");
  assert.equal(freshnessOf(card, { ...source, here: false, read_at: "2026-02-01T09:00:00Z" }, now), "hidden");
  assert.equal(freshnessOf(card, { ...source, here: false, read_at: null }, now), "fading", "what was never read to its end is never fresh");
  assert.equal(freshnessOf(card, undefined, now), "fading", "nor is what nobody stands for");
});
