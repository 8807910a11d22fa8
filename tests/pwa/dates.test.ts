import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, dayOf, daysBetween, localTime, localTimeOn, mondayOf, weekdayOf } from "../../pwa/src/shared/dates.ts";
import { dateWords, dayWords, shortDayWords, timeWords, weekdayWords } from "../../pwa/src/shared/datewords.ts";
import { uuid7 } from "../../pwa/src/shared/ids.ts";

const LONDON = "Europe/London";

test("local time carries the offset of its own day, summer or winter", () => {
  assert.equal(localTime(new Date("2026-11-21T08:00:00Z"), LONDON), "2026-11-21T08:00:00+00:00");
  assert.equal(localTime(new Date("2026-07-01T08:00:00Z"), LONDON), "2026-07-01T09:00:00+01:00");
  assert.equal(localTime(new Date("2026-07-01T08:00:00Z"), "Asia/Kolkata"), "2026-07-01T13:30:00+05:30");
  assert.equal(localTime(new Date("2026-07-01T01:00:00Z"), "America/New_York"), "2026-06-30T21:00:00-04:00");
});

test("an entry just after midnight belongs to the new day, and in another zone to the old one", () => {
  const instant = new Date("2026-06-30T23:30:00Z");
  assert.equal(dayOf(localTime(instant, LONDON)), "2026-07-01");
  assert.equal(dayOf(localTime(instant, "America/New_York")), "2026-06-30");
});

test("the hour that the clocks skip in spring becomes the hour after", () => {
  assert.equal(localTimeOn("2026-03-29", "01:30", LONDON), "2026-03-29T02:30:00+01:00");
  assert.equal(localTimeOn("2026-03-29", "00:30", LONDON), "2026-03-29T00:30:00+00:00");
  assert.equal(localTimeOn("2026-03-29", "09:00", LONDON), "2026-03-29T09:00:00+01:00");
});

test("the hour that comes twice in autumn is the first of the two", () => {
  assert.equal(localTimeOn("2026-10-25", "01:30", LONDON), "2026-10-25T01:30:00+01:00");
  assert.equal(localTimeOn("2026-10-25", "09:00", LONDON), "2026-10-25T09:00:00+00:00");
});

test("days are counted in days, over clock changes, leap days and years", () => {
  assert.equal(addDays("2026-03-28", 1), "2026-03-29");
  assert.equal(addDays("2026-10-24", 2), "2026-10-26");
  assert.equal(addDays("2028-02-28", 1), "2028-02-29");
  assert.equal(daysBetween("2026-10-24", "2026-10-26"), 2);
  assert.equal(daysBetween("2026-12-31", "2026-12-01"), -30);
  assert.equal(mondayOf("2026-11-22"), "2026-11-16");
  assert.equal(weekdayOf("2026-11-21"), "sat");
});

test("an unknown zone counts as UTC", () => {
  assert.equal(localTime(new Date("2026-07-01T08:00:00Z"), "Mars/Olympus"), "2026-07-01T08:00:00+00:00");
});

test("days and times are said in the NHS style", () => {
  assert.equal(dayWords("2026-11-21"), "Saturday 21 November 2026");
  assert.equal(dateWords("2018-08-06"), "6 August 2018");
  assert.equal(weekdayWords("sun"), "Sunday");
  assert.deepEqual(["14:02", "17:00", "17:30", "12:00", "00:00", "00:05", "12:10"].map((time) => timeWords(time)),
    ["2:02pm", "5pm", "5:30pm", "midday", "midnight", "12:05am", "12:10pm"]);
  assert.equal(timeWords("2026-11-21T14:02:00+00:00"), "2:02pm");
});

test("our own English names are those of Intl, and other languages are said by it", () => {
  const long = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" });
  for (let day = "2028-01-01"; day < "2029-01-08"; day = addDays(day, 1)) {
    assert.equal(dayWords(day), long.format(new Date(`${day}T12:00:00Z`)).replace(",", ""));
  }
  assert.equal(shortDayWords("2026-11-21", "de"), "Samstag 21. November");
  assert.equal(dateWords("2026-11-21", "de"), "21. November 2026");
});

test("ids are version 7, unique, and in order even within a millisecond or when the clock goes back", () => {
  const start = Date.now() + 60_000;
  const ids = Array.from({ length: 10_000 }, (_, index) => uuid7(new Date(start - index)));
  assert.match(ids[0]!, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(ids).size, ids.length);
});
