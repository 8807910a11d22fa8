import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesFrom } from "./entries.ts";
import { calledOff, isTold, maySay, messagesOf, nextOf, suggestionsOf, visitOf } from "../../pwa/src/shared/rules/suggested.ts";

const BODY = { kind: "activity", thing: "yoga", name: "Chair yoga", state: "suggested", called: "Sam", organisation: "Movers", visits: 0, steps: [] };
const NOW = new Date("2026-11-22T12:00:00Z");

interface Own { answer: string; words?: string; start?: string; outcome?: string; id?: string; day?: string }

/** One suggestion as the service wrote it last, and answers on this phone, each a day after the one before. */
function one(body: object, ...answers: Own[]) {
  const [entry] = entriesFrom([{ kind: "prescription", at: "2026-11-01T09:00:00+00:00", body: { ...BODY, ...body } }]);
  const said = answers.map(({ id, day, ...answer }, index) => {
    const at = `${day ?? `2026-11-0${index + 2}`}T09:00:00+00:00`;
    const [made] = entriesFrom([{ kind: "answer", at, body: { prescription: entry!.id, ...answer } }]);
    return { ...made!, id: id ?? `answer-${index}` };
  });
  const [found] = suggestionsOf([...said, entry!]);
  return found!;
}

const step = (kind: string, more: object = {}) => ({ id: kind, kind, side: "group", at: "2026-11-03T10:00:00+00:00", ...more });
const kinds = ({ steps }: { steps: { kind: string }[] }) => steps.map(({ kind }) => kind);

test("a yes on this phone counts before the service has it", () => {
  const found = one({}, { answer: "yes" });
  assert.equal(found.state, "agreed");
  assert.deepEqual(found.steps.map(({ kind, side, unsent }) => [kind, side, unsent]), [["yes", "person", true]]);
});

test("an answer that is a step already counts once", () => {
  const found = one({ state: "agreed", steps: [step("yes", { id: "answer-0", side: "person" })] }, { answer: "yes" });
  assert.equal(found.state, "agreed");
  assert.deepEqual(found.steps.map(({ kind, unsent }) => [kind, unsent]), [["yes", undefined]]);
});

test("what comes too late is a message and changes nothing", () => {
  const found = one({ state: "closed", outcome: "withdrawn" }, { answer: "yes" });
  assert.equal(found.state, "closed");
  assert.deepEqual(messagesOf(found).map(({ words, to }) => [words, to]), [["yes", "worker"]]);
});

test("no closes, and its outcome is that it was said", () => {
  const found = one({ state: "offered" }, { answer: "no" });
  assert.deepEqual([found.state, found.outcome], ["closed", "said-no"]);
});

test("a visit counts, a date is taken over, an end keeps its outcome", () => {
  const found = one({ state: "offered" }, { answer: "book", start: "2026-11-20T10:00:00+00:00" }, { answer: "been" }, { answer: "finish", outcome: "going-on" });
  assert.deepEqual([found.state, found.visits, found.start, found.outcome], ["closed", 1, "2026-11-20T10:00:00+00:00", "going-on"]);
});

test("answers count in the order in which they were given, whatever order they are held in", () => {
  const found = one({}, { answer: "been", day: "2026-11-09" }, { answer: "yes", day: "2026-11-08" });
  assert.deepEqual(kinds(found), ["yes", "been"]);
});

test("only an activity is booked or missed", () => {
  for (const kind of ["programme", "topic", "check-in"] as const) {
    assert.equal(maySay({ kind, state: "agreed" }, "book"), false);
    assert.equal(maySay({ kind, state: "going" }, "missed"), false);
    assert.equal(maySay({ kind, state: "agreed" }, "finish"), true);
  }
});

test("what was written down later came no earlier than the suggestion", () => {
  assert.equal(one({ steps: [step("send", { at: "2026-10-30T10:00:00+00:00" })] }).suggested_at, "2026-10-30T10:00:00+00:00");
  assert.equal(one({ steps: [step("send")] }).suggested_at, "2026-11-01T09:00:00+00:00");
});

test("what was refused changes nothing", () => {
  const [entry] = entriesFrom([{ kind: "prescription", at: "2026-11-01T09:00:00+00:00", body: BODY }]);
  const [no] = entriesFrom([{ kind: "answer", at: "2026-11-02T09:00:00+00:00", body: { prescription: entry!.id, answer: "no" } }]);
  const [found] = suggestionsOf([{ ...no!, id: "answer", state: "refused" }, entry!]);
  assert.equal(found!.state, "suggested");
});

test("the plan of a visit is what was said last of each part, and nothing from before a date was called off", () => {
  const offer = step("offer", { start: "2026-11-25T10:00:00+00:00", meets: "Jo, at the door", wear: "Flat shoes" });
  const book = step("book", { start: "2026-11-26T10:00:00+00:00", meets: "Ali" });
  const booked = one({ state: "booked", start: "2026-11-26T10:00:00+00:00", steps: [offer, book] });
  assert.deepEqual(visitOf(booked), { start: "2026-11-26T10:00:00+00:00", meets: "Ali", getting: null, wear: "Flat shoes" });
  const off = one({ state: "offered", steps: [offer, book, step("off")] });
  assert.deepEqual(visitOf(off), { start: null, meets: null, getting: null, wear: null });
});

test("a date that was called off is said until it is over or something new is agreed", () => {
  const book = step("book", { start: "2026-11-26T10:00:00+00:00" });
  const steps = [book, step("off"), step("say", { to: "person" })];
  assert.deepEqual(calledOff(one({ state: "offered", steps }), NOW), { start: "2026-11-26T10:00:00+00:00" });
  assert.equal(calledOff(one({ state: "offered", steps }), new Date("2026-11-27T00:00:00Z")), null);
  assert.equal(calledOff(one({ state: "booked", steps: [...steps, step("book")] }), NOW), null);
  assert.equal(calledOff(one({ state: "offered", steps }, { answer: "no", day: "2026-11-21" }), NOW), null);
  const unnamed = [step("off", { at: "2026-11-20T10:00:00+00:00" })];
  assert.deepEqual(calledOff(one({ state: "offered", steps: unnamed }), NOW), { start: null });
  assert.equal(calledOff(one({ state: "offered", steps: unnamed }), new Date("2026-12-20T00:00:00Z")), null);
});

test("a group can be written to once it was told", () => {
  assert.equal(isTold(one({ state: "agreed" })), false);
  assert.equal(isTold(one({ state: "sent", steps: [step("send")] })), true);
});

test("what comes next follows from where it stands", () => {
  const next = (state: string, more: object = {}) => nextOf(one({ state, ...more }), NOW);
  assert.equal(next("suggested"), "answer");
  assert.equal(next("agreed"), "book");
  assert.equal(next("agreed", { kind: "topic" }), "do");
  assert.equal(next("sent"), "wait");
  assert.equal(next("booked", { start: "2026-11-30T10:00:00+00:00" }), "prepare");
  assert.equal(next("booked", { start: "2026-11-20T10:00:00+00:00" }), "tell");
  assert.equal(next("missed"), "again");
  assert.equal(next("offered"), "ask");
  const dated = [step("offer", { start: "2026-11-30T10:00:00+00:00" })];
  assert.equal(next("offered", { steps: dated }), "choose");
  assert.equal(next("offered", { steps: [...dated, step("off")] }), "ask", "a place on a date that was called off is none to take");
  assert.equal(next("closed"), "look");
});
