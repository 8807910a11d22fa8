import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { kmBetween } from "../../pwa/src/shared/listings/distance.ts";
import { outcodeOf, type Outcodes, wholeOf } from "../../pwa/src/shared/listings/place.ts";
import { MOST_PLACES, placesNamed } from "../../pwa/src/shared/listings/places.ts";

const table: Outcodes = {
  areas: {
    KY: "16 56342 -2819 St Andrews",
    LS: "1 53797 -1548 Leeds@Leeds;2 53801 -1546 =;28 53802 -1669 Pudsey/Leeds@Leeds;29 53921 -1804 Ilkley;30 53900 -1800",
    ME: "17 51240 610 Leeds@Kent",
    NE: "1 54970 -1610 Newcastle Upon Tyne;3 55000 -1620 =",
    NP: "10 51580 -3020 Newport@Newport;19 51600 -2990 =;20 51590 -3000 =",
    PO: "30 50690 -1290 Newport@Isle of Wight",
    ST: "5 53010 -2230 Newcastle-under-Lyme",
  },
};
const names = (typed: string) => placesNamed(typed, table).map(({ name, letters }) => `${name} ${letters.join()}`);

test("a place is found by its name, however it is written, in the middle of its outcodes", () => {
  for (const typed of ["Ilkley", " ILKLEY ", "ilkley."]) assert.deepEqual(names(typed), ["Ilkley LS"], typed);
  for (const typed of ["St Andrews", "St. Andrew's", "saint andrews", "st-andrews"]) assert.deepEqual(names(typed), ["St Andrews KY"], typed);
  assert.deepEqual(names("newcastle upon tyne"), ["Newcastle Upon Tyne NE"]);
  const [leeds] = placesNamed("leeds", table);
  assert.deepEqual([leeds!.lat, leeds!.lon, leeds!.outcodes], [53.8, -1.588, 3]);
});

test("the beginning of a name is enough from three letters on, and a word of it is too", () => {
  assert.deepEqual(names("newcas"), ["Newcastle Upon Tyne NE", "Newcastle-under-Lyme ST"]);
  assert.deepEqual(names("lyme"), ["Newcastle-under-Lyme ST"]);
  assert.deepEqual(names("il"), []);
});

test("places of one name are a choice, the largest first, told apart by region, which may be typed as well", () => {
  assert.deepEqual(placesNamed("newport", table).map(({ region, letters }) => [region, letters]), [["Newport", ["NP"]], ["Isle of Wight", ["PO"]]]);
  assert.deepEqual(names("Newport, Isle of Wight"), ["Newport PO"]);
  assert.deepEqual(names("newport po"), ["Newport PO"]);
  assert.equal(placesNamed("Ilkley", table)[0]!.region, null);
});

test("a slip of the finger is forgiven, and what is like no name is nowhere", () => {
  assert.deepEqual([names("ilkely"), names("ilkly"), names("pudsy")], [["Ilkley LS"], ["Ilkley LS"], ["Pudsey LS"]]);
  assert.deepEqual(names("newcastle upn tine"), ["Newcastle Upon Tyne NE"]);
  for (const typed of ["", "?", "xyzzy", "<b>", "leeks and onions"]) assert.deepEqual(names(typed), [], typed);
});

test("a whole postcode is told from half of one", () => {
  assert.deepEqual(["ls29 9aa", "LS299AA", " l s29 9AA "].map(wholeOf), ["LS29 9AA", "LS29 9AA", null]);
  for (const typed of ["LS29", "LS29 9", "LS2", "Ilkley", "", "LS29 9A"]) assert.equal(wholeOf(typed), null, typed);
});

test("the shipped table knows the towns that people look from", () => {
  const shipped: Outcodes = { areas: {} };
  // Written as the service packs it: a row each, with the place names as they stand.
  for (const line of readFileSync("../content/lists/outcodes.csv", "utf8").trim().split("\n").slice(1)) {
    const [outcode = "", lat, lon, , , places] = line.split(",");
    const letters = /^[A-Z]+/.exec(outcode)![0];
    const row = `${outcode.slice(letters.length)} ${Number(lat) * 1000} ${Number(lon) * 1000} ${places}`.trim();
    shipped.areas[letters] = shipped.areas[letters] ? `${shipped.areas[letters]};${row}` : row;
  }
  const towns: [string, number, number][] = [
    ["Ilkley", 53.925, -1.823], ["st. andrews", 56.34, -2.797], ["Manchester", 53.479, -2.245], ["birmingham", 52.48, -1.9],
    ["London", 51.507, -0.128], ["cardiff", 51.482, -3.179], ["Belfast", 54.597, -5.93], ["Edinburgh", 55.953, -3.189],
    ["Aberystwith", 52.415, -4.083], ["Kings Lynn", 52.752, 0.395], ["Barrow in Furness", 54.11, -3.226], ["Londonderry", 54.997, -7.309],
  ];
  for (const [typed, lat, lon] of towns) {
    assert.equal(outcodeOf(typed), null, typed);
    const [first] = placesNamed(typed, shipped);
    assert.ok(first && kmBetween(first, { lat, lon }) < 6, `${typed}: ${JSON.stringify(first)}`);
  }
  for (const each of ["new", "newport", "st", "a"]) assert.ok(placesNamed(each, shipped).length <= MOST_PLACES, each);
});
