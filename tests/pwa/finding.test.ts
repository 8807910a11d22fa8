import assert from "node:assert/strict";
import { test } from "node:test";
import { found } from "../../pwa/src/shared/rules/finding.ts";

const page = (title: string, search: string[] = [], text = "") => ({ title, summary: "", search, text });
const pages = [
  page("Pacing: spreading out what you do", ["tired", "energy"]),
  page("Sleep", ["night", "awake"], "Being tired all day"),
  page("Work", ["job"], "A café near work"),
];
const titles = (typed: string) => found(pages, typed).map(({ title }) => title);

test("nothing typed: everything, in order", () => {
  assert.deepEqual(titles(""), pages.map(({ title }) => title));
  assert.deepEqual(titles("  !"), pages.map(({ title }) => title));
});
test("what is about it comes before what mentions it", () => {
  assert.deepEqual(titles("tired"), ["Pacing: spreading out what you do", "Sleep"]);
});
test("the beginning of a word is enough, in any case, without accents", () => {
  assert.deepEqual(titles("NIG"), ["Sleep"]);
  assert.deepEqual(titles("cafe"), ["Work"]);
  assert.deepEqual(titles("café"), ["Work"]);
  assert.deepEqual(titles("eep"), [], "the end of one is not");
});
test("a slip of the finger is forgiven where nothing else is found", () => {
  assert.deepEqual(titles("slepe"), ["Sleep"]);
  assert.deepEqual(titles("pcaing"), ["Pacing: spreading out what you do"]);
  assert.deepEqual(titles("spraeding"), ["Pacing: spreading out what you do"]);
  assert.deepEqual(titles("wrk"), [], "in a short word every letter counts");
  assert.deepEqual(titles("work"), ["Work"], "what is written right finds only itself");
});
test("every word that was typed is found", () => {
  assert.deepEqual(titles("sleep tired"), ["Sleep"]);
  assert.deepEqual(titles("sleep job"), []);
});
test("a word with another ending is the same word, and half of a word is not", () => {
  const ended = [page("Falls", ["fall"]), page("Knee rolls"), page("The cat"), page("Cycle paths", [], "swimming")];
  const of = (typed: string) => found(ended, typed).map(({ title }) => title);
  assert.deepEqual(of("falling"), ["Falls"]);
  assert.deepEqual(of("kneeling"), ["Knee rolls"]);
  assert.deepEqual(of("cycling"), ["Cycle paths"]);
  assert.deepEqual(of("catching"), [], "3 letters are too few to stand for more");
  assert.deepEqual(of("swim"), ["Cycle paths"]);
});
test("what is sorted under it comes first, then what says the word itself, then what means the same", () => {
  const sorted = [page("Walks"), page("A knee and a foot"), { ...page("Bend"), group: "Knees" }, page("Walking")];
  const of = (typed: string) => found(sorted, typed).map(({ title }) => title);
  assert.deepEqual(of("knee"), ["Bend", "A knee and a foot"]);
  assert.deepEqual(of("walking"), ["Walking", "Walks"]);
});
test("a slip of the finger is looked for only in what a page is called", () => {
  assert.deepEqual(titles("naer"), [], "‘near’ stands in the text of one");
  assert.deepEqual(titles("enegry"), ["Pacing: spreading out what you do"]);
});
