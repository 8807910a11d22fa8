import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf, subscribed, tellWhere } from "../../pwa/src/shared/reminders/device.ts";
import { base64url } from "../../pwa/src/shared/reminders/keys.ts";

const [KEY, OTHER] = [base64url(new Uint8Array(65).fill(4)), base64url(new Uint8Array(65).fill(5))];

/** A browser's side of push: one subscription at a time, each with an address of its own. */
class Browser {
  subscription: PushSubscription | null = null;
  made = 0;
  pushManager = {
    getSubscription: async () => this.subscription,
    subscribe: async ({ applicationServerKey, userVisibleOnly }: { applicationServerKey: Uint8Array; userVisibleOnly: boolean }) => {
      if (this.subscription) throw new DOMException("one exists", "InvalidStateError");
      assert.equal(userVisibleOnly, true);
      const endpoint = `https://push.example/${++this.made}`;
      this.subscription = {
        endpoint, options: { applicationServerKey: applicationServerKey.buffer },
        unsubscribe: async () => ((this.subscription = null), true),
        toJSON: () => ({ endpoint, keys: { p256dh: "p", auth: "a" } }),
      } as unknown as PushSubscription;
      return this.subscription;
    },
  };
  get worker() {
    return this as unknown as ServiceWorkerRegistration;
  }
}

test("a browser without a subscription gets one, and keeps it at the next start", async () => {
  const browser = new Browser();
  const first = await subscribed(browser.worker, KEY);
  assert.equal(await subscribed(browser.worker, KEY), first);
  assert.equal(browser.made, 1);
  assert.equal(keyOf(first), KEY);
});

test("under another key the old subscription is given up first", async () => {
  const browser = new Browser();
  await subscribed(browser.worker, OTHER);
  const now = await subscribed(browser.worker, KEY);
  assert.deepEqual([keyOf(now), browser.made], [KEY, 2]);
});

test("one that the push service takes nothing for any more is made anew", async () => {
  const browser = new Browser();
  const old = await subscribed(browser.worker, KEY);
  const now = await subscribed(browser.worker, KEY, true);
  assert.notEqual(now.endpoint, old.endpoint);
});

test("the service is told where this device is reached, and under which key", async () => {
  const asked: { url: string; method: string; body: unknown }[] = [];
  const before = globalThis.fetch;
  globalThis.fetch = (async (url: string, { method, body }: RequestInit) => {
    asked.push({ url, method: method!, body: JSON.parse(String(body)) });
    return new Response(null, { status: 204 });
  }) as typeof fetch;
  try {
    await tellWhere(await subscribed(new Browser().worker, KEY));
  } finally {
    globalThis.fetch = before;
  }
  assert.deepEqual(asked, [{
    url: "/api/reminders/device", method: "PUT", body: { endpoint: "https://push.example/1", p256dh: "p", auth: "a", key: KEY },
  }]);
});
