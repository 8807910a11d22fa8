import assert from "node:assert/strict";
import { test } from "node:test";
import { casesOf } from "../node/cases.ts";
import { base64url, bytesOf, keyMaker, newReminderKey, type Slot } from "../../pwa/src/shared/reminders/keys.ts";

interface Case { says: string; reminder_key: string; slot: Slot; key: string }

for (const { says, reminder_key, slot, key } of casesOf<{ cases: Case[] }>("reminder-keys").cases) {
  test(`reminder key: ${says}`, async () => assert.equal(await (await keyMaker(reminder_key))(slot), key));
}

test("a new reminder key is 22 letters that stand for 16 bytes, and another each time", () => {
  const [one, other] = [newReminderKey(), newReminderKey()];
  assert.match(one, /^[\w-]{22}$/);
  assert.equal(bytesOf(one).length, 16);
  assert.notEqual(one, other);
});

test("bytes survive base64url, whatever they are", () => {
  for (const length of [0, 1, 2, 3, 65]) {
    const bytes = crypto.getRandomValues(new Uint8Array(length));
    assert.deepEqual(bytesOf(base64url(bytes)), bytes);
  }
  assert.deepEqual(bytesOf("_-8="), new Uint8Array([255, 239]), "padding is allowed");
});

test("a key of another length is refused", async () => {
  await assert.rejects(keyMaker(base64url(new Uint8Array(15))), RangeError);
});
