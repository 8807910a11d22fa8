import assert from "node:assert/strict";
import { test } from "node:test";
import { abilityOf } from "../../pwa/src/page/reminders/ability.ts";
import { emailIn, mobileIn } from "../../pwa/src/page/screens/reminders/addresses.ts";
import { placeOf, sameClock, wishesOf } from "../../pwa/src/shared/reminders/wishes.ts";
import { entriesFrom } from "./entries.ts";

const NOW = new Date("2026-11-22T12:00:00Z");

test("clocks are the same only when they are so all the year round", () => {
  assert.equal(sameClock("Europe/London", "Europe/Guernsey", NOW), true);
  assert.equal(sameClock("Europe/London", "Europe/Lisbon", NOW), true);
  assert.equal(sameClock("Europe/London", "Africa/Accra", NOW), false, "in November they show the same, in June they do not");
  assert.equal(sameClock("Europe/London", "Europe/Paris", NOW), false);
});

test("a zone is called by its place", () => {
  assert.equal(placeOf("America/New_York"), "New York");
  assert.equal(placeOf("America/Argentina/Buenos_Aires"), "Buenos Aires");
  assert.equal(placeOf("UTC"), "UTC");
});

test("of two phones that both began, the later counts", () => {
  const wishes = (at: string, zone: string) => ({ kind: "reminding" as const, at, body: { zone } });
  const found = wishesOf(entriesFrom([wishes("2026-11-02T10:00:00+00:00", "later"), wishes("2026-11-01T10:00:00+00:00", "earlier")]));
  assert.equal(found!.body.zone, "later");
  assert.equal(wishesOf([]), undefined);
});

for (const [typed, kept] of [
  ["", null], ["  ", null], [" name@example.com ", "name@example.com"], ["o'neill+x@mail.example.co.uk", "o'neill+x@mail.example.co.uk"],
  ["name", undefined], ["name@example", undefined], ["na me@example.com", undefined], ["name@example.com, b@example.com", undefined],
  ["name@-example.com", undefined], [`${"n".repeat(65)}@example.com`, undefined], ["Name <name@example.com>", undefined],
] as const) {
  test(`an email address: ${JSON.stringify(typed)}`, () => assert.equal(emailIn(typed), kept));
}

for (const [typed, kept] of [
  ["", null], ["07700 900123", "+447700900123"], ["(07700) 900-123", "+447700900123"], ["+44 7700 900123", "+447700900123"],
  ["0044 7700 900123", "+447700900123"], ["+48 512 345 678", "+48512345678"], ["020 7946 0000", undefined], ["07700 90012", undefined],
  ["+44 20 7946 0000", undefined], ["12345", undefined], ["call me", undefined],
] as const) {
  test(`a mobile number: ${JSON.stringify(typed)}`, () => assert.equal(mobileIn(typed), kept));
}

const iphone = (version: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15`;

for (const [says, browser, can] of [
  ["any that has push", { agent: iphone("18_4"), touches: 5, push: true }, "able"],
  ["an iPhone in Safari", { agent: iphone("17_5_1"), touches: 5, push: false }, "install"],
  ["the first that can", { agent: iphone("16_4"), touches: 5, push: false }, "install"],
  ["one just before", { agent: iphone("16_3_1"), touches: 5, push: false }, "old"],
  ["an old one", { agent: iphone("15_8"), touches: 5, push: false }, "old"],
  ["an iPad that says it is a Mac", { agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", touches: 5, push: false }, "install"],
  ["a Mac", { agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", touches: 0, push: false }, "none"],
  ["another phone", { agent: "Mozilla/5.0 (Linux; Android 14)", touches: 5, push: false }, "none"],
] as const) {
  test(`what a browser can do: ${says}`, () => assert.equal(abilityOf(browser), can));
}
