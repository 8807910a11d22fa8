import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesFrom } from "./entries.ts";
import { questionnaireOf } from "../node/questionnaires.ts";
import type { Pathway, PathwayContact } from "../../pwa/src/shared/content/pathway-types.ts";
import type { Questionnaire, Questionnaires, Values } from "../../pwa/src/shared/content/questionnaire-types.ts";
import type { CheckIn } from "../../pwa/src/shared/record/kinds.ts";
import type { Entry } from "../../pwa/src/shared/record/versions.ts";
import {
  type Answered, bodyOf, freshCheckIn, type Held, heldWith, mayFinishEarly, onwardOf, sectionsOf, stateOf, untaken, wordsBefore,
} from "../../pwa/src/shared/rules/check-in.ts";
import { typedNumber } from "../../pwa/src/shared/rules/answers.ts";
import { isWithin, repeated } from "../../pwa/src/shared/rules/repeats.ts";
import { pagesOf } from "../../pwa/src/shared/rules/pages.ts";
import { doneOf, measuredAt } from "../../pwa/src/shared/rules/series.ts";

const ask = (slug: string): Questionnaire => ({ ...questionnaireOf(slug), shipped: "wording", earlier: [] }) as unknown as Questionnaire;
const asks: Questionnaires = {
  ...Object.fromEntries(["pain-nrs", "own-activities", "phq-4", "phq-9", "gad-7", "activity-minutes", "confidence"].map((slug) => [slug, ask(slug)])),
  "msk-hq": { ...ask("confidence"), slug: "msk-hq", shipped: "score-only" },
};

const contact = (slug: string, more: Partial<PathwayContact> = {}): PathwayContact => ({
  slug, title: slug, about: [], due_from_day: 0, due_to_day: 14, measures: ["pain-nrs", "confidence"], optional: ["phq-4", "msk-hq"], topics: [],
  goal_review: true, refers: ["gp"], only_for: [], ...more,
});
const route = (slug: string) => ({ slug, kind: slug, title: slug, words: [] });
const pathway: Pathway = {
  slug: "p", version: 1, title: "P", about: [], variants: [], contacts: [contact("one"), contact("two"), contact("three")],
  routes: [route("gp"), route("leisure"), route("talking-therapies")], safety: ["back"], early_finish: { from: "two", words: [] }, approved: false,
};
const [first] = pathway.contacts as [PathwayContact];
const given = (version: number, values: Values, left = false): Answered => ({ version, values, left });
const whole: Held = { ...freshCheckIn("2026-03-01"), entry: "e" };

test("the sections of a contact: signs, what is asked, what is offered, goal, ways on; never one without wording", () => {
  const ids = (extra: string[]) => sectionsOf(pathway, first, { extra }, asks).map(({ id, optional }) => (optional ? `(${id})` : id));
  assert.deepEqual(ids([]), ["signs", "pain-nrs", "(phq-4)", "goal", "confidence", "onward"]);
  assert.deepEqual(ids(["phq-9", "phq-4"]), ["signs", "pain-nrs", "phq-9", "phq-4", "goal", "confidence", "onward"]);
});

test("how sure somebody is of their plan is asked once there is one, and in its place where no goal is looked at", () => {
  const ids = (one: PathwayContact) => sectionsOf(pathway, one, { extra: [] }, asks).map(({ id }) => id);
  assert.deepEqual(ids(contact("x", { optional: [] })), ["signs", "pain-nrs", "goal", "confidence", "onward"]);
  assert.deepEqual(ids(contact("x", { measures: ["confidence", "pain-nrs"], optional: [], goal_review: false })), ["signs", "confidence", "pain-nrs", "onward"]);
});

test("the PHQ-4 is left out where the PHQ-9 and the GAD-7 ask all of it, and never once it has answers", () => {
  const has = (extra: string[], measures = ["phq-4"], answered: string[] = []) =>
    sectionsOf(pathway, contact("x", { measures, optional: ["phq-4"] }), { extra }, asks, answered).some(({ id }) => id === "phq-4");
  assert.deepEqual([has([]), has(["phq-9"]), has(["gad-7"]), has(["phq-9", "gad-7"])], [true, true, true, false]);
  assert.equal(has(["phq-9", "gad-7"], ["pain-nrs"]), false, "nor is it offered");
  assert.equal(has(["phq-9", "gad-7"], ["phq-4"], ["phq-4"]), true);
  const [four, nine, seven] = [asks["phq-4"]!, asks["phq-9"]!, asks["gad-7"]!];
  const same = (others: Questionnaire[]) => repeated(four, others).map(({ id }) => id);
  assert.deepEqual([same([nine]), same([seven]), same([asks["pain-nrs"]!])], [["interest", "down"], ["nervous", "worrying"], []]);
  assert.equal(isWithin(nine, [four, seven]), false);
});

test("what was typed and cannot be taken is never done, and counts only where it is asked", () => {
  const asked = asks["activity-minutes"]!;
  const values = { moderate_days: 0, vigorous_days: 0, days_30: 0 };
  const state = (typed?: { [item: string]: string }, left = false) =>
    stateOf({ id: asked.slug, kind: "measure", optional: false }, { ...whole, answers: { [asked.slug]: given(1, values, left) }, ...(typed && { typed: { [asked.slug]: typed } }) }, asks, [], []);
  assert.deepEqual([state(), state({ days_30: "8" }), state({ days_30: "8" }, true)], ["done", "begun", "left"]);
  assert.equal(state({ moderate_minutes: "9999" }), "done", "with no days, minutes are not asked");
  assert.deepEqual(untaken(asked, { moderate_days: 5 }, { days_30: "8", moderate_minutes: "9999" }), ["moderate_minutes", "days_30"]);
});

test("NHS Talking Therapies is among the ways on, whether or not the contact names it", () => {
  assert.deepEqual(onwardOf(pathway, first).map(({ slug }) => slug), ["gp", "talking-therapies"]);
});

test("how far a section has come", () => {
  const state = (held: Partial<Held>, id: string, kind: "measure" | "signs" | "goal" | "onward" = "measure") =>
    stateOf({ id, kind, optional: false }, { ...whole, ...held }, asks, ["gp"], []);
  const pain = (values: Values, left = false) => state({ answers: { "pain-nrs": given(1, values, left) } }, "pain-nrs");
  assert.equal(state({}, "pain-nrs"), "not-begun");
  assert.equal(pain({ now: 4 }), "begun");
  assert.equal(pain({ now: 4 }, true), "left");
  assert.equal(pain({}, true), "left");
  assert.equal(pain({ now: 0, average: 0, worst: 0 }, true), "done");
  assert.equal(pain({ now: 4, average: 4, worst: 99 }), "begun");
  assert.deepEqual([state({}, "signs", "signs"), state({ signs: "yes" }, "signs", "signs"), state({ signs: "done" }, "signs", "signs")], ["not-begun", "begun", "done"]);
  assert.deepEqual([state({ left: ["goal"] }, "goal", "goal"), state({ left: ["goal"], goal_reviewed: true }, "goal", "goal")], ["left", "done"]);
  assert.deepEqual([state({}, "onward", "onward"), state({ refers: ["gp"] }, "onward", "onward")], ["not-begun", "done"]);
});

test("the entry holds what was answered or left, with the version that was asked", () => {
  const answers = { "pain-nrs": given(1, { now: 4 }), "phq-4": given(1, {}, true), confidence: given(1, {}) };
  const body = bodyOf({ ...whole, answers, topics: ["sleep"] }, { pathway: "p", version: 3 }, "one", "alone", "open");
  assert.deepEqual(body, {
    pathway: "p", version: 3, contact: "one", with: "alone", state: "open", on: "2026-03-01",
    answers: { "pain-nrs": given(1, { now: 4 }), "phq-4": given(1, {}, true) }, topics: ["sleep"], refers: [], goal_reviewed: false,
  });
});

test("what was answered on another phone is carried on, and nothing that this phone holds is lost", () => {
  const body = { on: "2026-03-04", answers: { confidence: given(1, { sure: 3 }), "pain-nrs": given(1, { now: 9 }) }, topics: [], refers: ["gp"], goal_reviewed: true };
  const held = heldWith({ ...whole, entry: null, answers: { "pain-nrs": given(1, { now: 4 }) } }, "there", body as unknown as CheckIn);
  assert.deepEqual([held.entry, held.answers["pain-nrs"]!.values, held.answers.confidence!.values], ["there", { now: 4 }, { sure: 3 }]);
  assert.deepEqual([held.refers, held.goal_reviewed], [["gp"], true]);
});

test("signs that were gone through to the end are not asked again on another device, and a yes among them is no end", () => {
  const body = (signs: Held["signs"]) => bodyOf({ ...whole, signs }, { pathway: "p", version: 1 }, "one", "together", "open");
  assert.deepEqual([body("done").signs, "signs" in body("yes"), "signs" in body(null)], [true, false, false]);
  assert.equal(heldWith(freshCheckIn("2026-03-04"), "there", body("done")).signs, "done");
  assert.equal(heldWith({ ...freshCheckIn("2026-03-04"), signs: "yes" }, "there", body("done")).signs, "yes");
});

test("a few questions a screen; what is asked only after another answer is with it", () => {
  assert.deepEqual(pagesOf(ask("phq-9")).map(({ length }) => length), [2, 2, 2, 2, 2]);
  assert.deepEqual(pagesOf(ask("pain-nrs")), [["now", "average", "worst"]]);
  assert.deepEqual(pagesOf(ask("own-activities")).slice(0, 2), [["activity-1", "rate-1"], ["activity-2", "rate-2"]]);
  for (const asked of Object.values(asks)) assert.deepEqual(pagesOf(asked).flat().sort(), asked.items.map(({ id }) => id).sort());
});

test("what is rated again is rated in the same words; no number is filled in", () => {
  const before = given(1, { "activity-1": "climb the stairs", "rate-1": 3 });
  assert.deepEqual(wordsBefore(ask("own-activities"), before), { "activity-1": "climb the stairs" });
  assert.deepEqual(wordsBefore(ask("own-activities"), { ...before, version: 9 }), {});
  assert.deepEqual(wordsBefore(ask("own-activities"), undefined), {});
});

test("early and glad: from the contact that the pathway names on, once it is due or done", () => {
  const may = (done: string[], due: string | null) => mayFinishEarly(pathway, pathway.contacts, new Set(done), due);
  assert.deepEqual([may([], "one"), may(["one"], null), may(["one"], "two"), may(["one", "two"], null), may(["one"], "three")], [false, false, true, true, true]);
});

const checkIn = (contact: string, day: string, answers: object, state = "done") => ({
  kind: "check-in" as const, at: `${day}T10:00:00+00:00`,
  body: { pathway: "p", version: 1, contact, with: "alone", state, on: day, answers, topics: [], refers: [], goal_reviewed: true },
});
const started = { kind: "pathway" as const, at: "2026-03-01T09:00:00+00:00", body: { pathway: "p", version: 1, variant: null, started_on: "2026-03-01", extra: [], ended: null } };

test("from the first answer to the last, with a gap where nothing was answered", () => {
  const entries = entriesFrom([
    started,
    checkIn("one", "2026-03-02", { "pain-nrs": given(1, { now: 6, average: 5, worst: 8 }) }),
    checkIn("two", "2026-03-25", { confidence: given(1, {}, true) }),
    checkIn("three", "2026-04-20", { "pain-nrs": given(1, { now: 4, average: 5 }) }),
  ]);
  const on = entries.find(({ kind }) => kind === "pathway") as Entry<"pathway">;
  const done = doneOf(entries, { p: pathway }, on);
  assert.deepEqual(done.map(({ body }) => body.contact), ["one", "two", "three"]);
  const [{ series }] = measuredAt(done, asks, ["confidence", "pain-nrs"]) as [ReturnType<typeof measuredAt>[number]];
  const told = series.map(({ score, points, change }) => [score.id, points.map(({ value }) => value), change && [change.difference, change.reached]]);
  assert.deepEqual(told, [["now", [6, null, 4], [-2, true]], ["average", [5, null, 5], [0, false]], ["worst", [8, null, null], null]]);
});

test("of two check-ins for one contact the later counts, and one that is open does not", () => {
  const pain = (now: number) => ({ "pain-nrs": given(1, { now, average: now, worst: now }) });
  const entries = entriesFrom([started, checkIn("one", "2026-03-02", pain(6)), checkIn("one", "2026-03-05", pain(7)), checkIn("two", "2026-03-25", pain(1), "open")]);
  const done = doneOf(entries, { p: pathway }, entries.find(({ kind }) => kind === "pathway") as Entry<"pathway">);
  assert.deepEqual(done.map(({ body }) => body.on), ["2026-03-05"]);
});

test("a number is taken as people type it, and nothing else is one", () => {
  assert.deepEqual(["12", " 7 ", "82,5", "82.", "-0.594", "−0,5"].map(typedNumber), [12, 7, 82.5, 82, -0.594, -0.5]);
  for (const text of ["", "a few", "1e3", "0x10", "7 days", "1,2,3", "-"]) assert.ok(Number.isNaN(typedNumber(text)), text);
});
