import assert from "node:assert/strict";
import { test } from "node:test";
import { readMe, RESTORED } from "../../pwa/src/shared/store/meta.ts";
import type { Me } from "../../pwa/src/shared/store/meta.ts";
import { giveNameBack } from "../../pwa/src/shared/sync/name.ts";
import { PERSON, Phone, pain } from "./phone.ts";
import { FakeServer } from "./server.ts";

/** The people of a server: one of them, called `called` there. */
function people(called: string | null, person = PERSON) {
  const me = (name: string | null): Me => ({ person, role: "patient", called: name, device: "d", service: "s" });
  const given: string[] = [];
  const names = { read: async () => me(called), give: async (name: string) => (given.push(name), me(name)) };
  return { given, names };
}

async function restored(): Promise<Phone> {
  const server = new FakeServer();
  const phone = await Phone.joined(server);
  await phone.record.save("pain", pain(1));
  await phone.sync();
  server.restore(0);
  await phone.sync();
  return phone;
}

test("a server restored from before a person had a name gets it from the phone, once", async () => {
  const phone = await restored();
  const { given, names } = people(null);
  await giveNameBack(phone.store, names);
  await giveNameBack(phone.store, names);
  assert.deepEqual(given, ["Sam"]);
  assert.equal((await readMe(phone.store))!.called, "Sam");
});

test("a name that the restored server has is the one that holds", async () => {
  const phone = await restored();
  const { given, names } = people("Samuel");
  await giveNameBack(phone.store, names);
  assert.deepEqual(given, []);
  assert.equal((await readMe(phone.store))!.called, "Samuel");
});

test("nobody is asked unless everything was sent again, and a lost answer is asked for again", async () => {
  const calm = await Phone.joined(new FakeServer());
  await calm.sync();
  const { given, names } = people(null);
  await giveNameBack(calm.store, names);
  const phone = await restored();
  await assert.rejects(giveNameBack(phone.store, { ...names, give: async () => { throw new Error("no answer"); } }));
  assert.equal(await phone.store.read(RESTORED), true);
  assert.deepEqual(given, []);
});

test("somebody else's sign-in gets no name", async () => {
  const phone = await restored();
  const { given, names } = people(null, "person-2");
  await giveNameBack(phone.store, names);
  assert.deepEqual(given, []);
});
