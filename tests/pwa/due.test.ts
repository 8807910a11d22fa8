import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import { entriesFrom } from "./entries.ts";
import { addDays, type Day } from "../../pwa/src/shared/dates.ts";
import type { Pathway, PathwayContact } from "../../pwa/src/shared/content/pathway-types.ts";
import { contactsDone, pathwaysOn } from "../../pwa/src/shared/rules/contacts.ts";
import { contactsFor, standing, type Standing, type StandingQuestion } from "../../pwa/src/shared/rules/due.ts";

interface Case extends Omit<StandingQuestion, "done"> { says: string; pathway: string; variant: string | null; done: { [contact: string]: Day }; expect: Standing }
interface File { pathways: { [name: string]: Partial<PathwayContact>[] }; cases: Case[] }

const file = casesOf<File>("due");

const pathwayOf = (name: string): Pathway => ({
  slug: name, version: 1, title: name, about: [], routes: [], safety: [], early_finish: { from: "baseline", words: [] }, approved: false,
  variants: ["low", "medium", "high"].map((slug) => ({
    slug, title: slug, words: [], measures: slug === "high" ? ["phq-4", "ons4"] : [], topics: slug === "high" ? ["mood"] : [],
  })),
  contacts: file.pathways[name]!.map((contact) => ({
    title: "", about: [], measures: ["pain-nrs", "ons4"], optional: ["phq-4"], topics: ["pacing"], goal_review: true, refers: [],
    ...contact,
  }) as PathwayContact),
});

for (const { says, pathway, variant, expect, done, ...question } of file.cases) {
  test(`due: ${says}`, () => {
    assert.deepEqual(standing(contactsFor(pathwayOf(pathway), variant), { ...question, done: new Set(Object.keys(done)) }), expect);
  });
}

test("every day of 2 years says what the last day and the next say", () => {
  const contacts = contactsFor(pathwayOf("plain"), null);
  const places = contacts.map(({ slug }) => slug);
  let last = -1;
  for (let number = -10; number < 730; number++) {
    const today = addDays("2026-03-01", number);
    const { state, contact, from, to, days } = standing(contacts, { started_on: "2026-03-01", ended: null, done: new Set(["baseline"]), today });
    assert.ok(places.indexOf(contact!) >= last);
    last = places.indexOf(contact!);
    const [edge, way] = state === "not-yet" ? [from!, 1] : state === "due" ? [to!, 1] : [to!, -1];
    assert.equal(addDays(today, way * days), edge);
  }
});

test("what a variant asks comes on top once, and is not offered besides", () => {
  const [first] = contactsFor(pathwayOf("groups"), "high");
  assert.deepEqual([first!.measures, first!.optional, first!.topics], [["pain-nrs", "ons4", "phq-4"], [], ["pacing", "mood"]]);
  const [other] = contactsFor(pathwayOf("groups"), "low");
  assert.deepEqual([other!.measures, other!.optional, other!.topics], [["pain-nrs", "ons4"], ["phq-4"], ["pacing"]]);
});

const on = (pathway: string, started_on: string, ended: object | null = null) =>
  ({ kind: "pathway" as const, at: `${started_on}T09:00:00+00:00`, body: { pathway, version: 1, variant: null, started_on, extra: [], ended } });
const checkIn = (pathway: string, contact: string, day: string, state = "done") => ({
  kind: "check-in" as const, at: `${day}T10:00:00+00:00`,
  body: { pathway, version: 1, contact, with: "alone", state, on: day, answers: {}, topics: [], refers: [], goal_reviewed: false },
});

test("contacts that are done belong to the time somebody was on that pathway", () => {
  const entries = entriesFrom([
    on("plain", "2026-01-05", { on: "2026-02-01", why: "early" }), checkIn("plain", "baseline", "2026-01-06"),
    on("plain", "2026-06-01"), on("groups", "2026-06-02"), checkIn("plain", "three-weeks", "2026-06-20"),
    checkIn("plain", "six-weeks", "2026-07-10", "open"), checkIn("groups", "baseline", "2026-06-03"),
  ]);
  const [groups, second, first] = pathwaysOn(entries);
  assert.deepEqual([groups, second, first].map((entry) => entry!.body.started_on), ["2026-06-02", "2026-06-01", "2026-01-05"]);
  assert.deepEqual([...contactsDone(entries, first!)], ["baseline"]);
  assert.deepEqual([...contactsDone(entries, second!)], ["three-weeks"]);
  assert.deepEqual([...contactsDone(entries, groups!)], ["baseline"]);
});
