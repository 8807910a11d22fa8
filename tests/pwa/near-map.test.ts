/** What is on the map: every place of what was found that is near enough, each listing counted once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../node/raw-words.ts";
import type { Card, Place } from "../../pwa/src/shared/listings/cards.ts";

const { linesOf, pinWords, placedOf } = await import("../../pwa/src/page/screens/near/map/placed.ts");

const around = { lat: 53.92, lon: -1.8, km: 8 };
const place = (name: string, lat: number | null, lon = -1.8): Place => ({ id: name, name, lat, lon });
const line = (id: string, card: Partial<Card>, km: number | null = 1) =>
  ({ card: { id, kind: "activity", name: id, by: "B", organisation: "o", source: "s", attendance: "in-person", facets: 0, ...card } as Card, km, day: 1 });

test("each place that is near enough is on it, and what is from home or nowhere is not", () => {
  const lines = [
    line("two", { place: place("Hall", 53.92), also_at: [place("Barn", 53.93), place("Far", 54.9), place("Hall again", 53.92)] }),
    line("home", { place: place("Office", 53.92), attendance: "online" }, null),
    line("nowhere", { place: place("Somewhere", null) }),
    line("moved", { place: place("Far", 54.9), dates: [{ id: "d", start: "2026-11-24T10:30:00Z", place: place("Shed", 53.91) }] }),
  ];
  const things = placedOf(lines, around);
  assert.deepEqual(things.map((thing) => [thing.line.card.id, thing.place.name]), [["two", "Hall"], ["two", "Barn"], ["moved", "Shed"]]);
  assert.deepEqual(linesOf(things).map(({ card }) => card.id), ["two", "moved"]);
  assert.equal(new Set(things.map(({ id }) => id)).size, 3);
});

test("a pin says what is there", () => {
  const hall = place("Hall", 53.92);
  const [a, b] = placedOf([line("Tai chi", { place: hall }), line("Yoga", { place: hall })], around);
  const [other] = placedOf([line("Walk", { place: place("Park gate", 53.921) })], around);
  assert.equal(pinWords([a!]), "Tai chi, Hall");
  assert.equal(pinWords([a!, b!]), "2 things at Hall");
  assert.equal(pinWords([a!, b!, other!]), "3 things close together");
});
