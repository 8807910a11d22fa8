/** Locks the phone when nobody uses it, in every tab at once, and lets a tab that is open hand the key to a new one. */
import { take } from "../shared/store/lock.ts";
import type { DataKey } from "../shared/store/keys.ts";
import { announced } from "./announce.ts";
import { stopSending } from "./sending.ts";
import { carryOn, phase } from "./start.ts";
import { closeRecord, exercising, store } from "./state.ts";
import { undoable } from "./undo.ts";
import { another } from "./who.ts";

type Said = { what: "ask" } | { what: "key"; key: DataKey } | { what: "in-use"; idle_ms: number };

const IDLE_MS = 5 * 60_000;
/** An exercise is not interrupted; one that nobody has touched for so long was forgotten. */
const FORGOTTEN_MS = 60 * 60_000;
const LOOK_EVERY_MS = 5_000;
/** How long this one shows nothing while another, that is open, may answer; and how long an answer counts. */
const ANSWER_MS = 400;
const LATE_MS = 10_000;
/** Long enough for forms to be gone and to have kept what was in them. */
const DRAWN_MS = 60;
const SIGNS = ["pointerdown", "keydown", "input", "scroll"];

let channel: BroadcastChannel | null = null;
let stop: (() => void) | null = null;
let used_at = 0;
/** when this page was last seen by somebody, here or in another tab */
let seen_at = 0;
let told_at = 0;

/** From now on the phone locks by itself. */
export function watch(): void {
  stop?.();
  used_at = seen_at = clock();
  const used = () => {
    used_at = clock();
    if (used_at - told_at > LOOK_EVERY_MS) tell(used_at);
  };
  const shown = () => void look(document.visibilityState === "visible");
  const timer = setInterval(look, LOOK_EVERY_MS);
  const stopHearing = store.value!.changes.listen(({ what }) => { if (what === "lock-now") void lockHere(); });
  for (const sign of SIGNS) addEventListener(sign, used, { passive: true, capture: true });
  document.addEventListener("visibilitychange", shown);
  channel = new BroadcastChannel(`${store.value!.name} lock`);
  channel.onmessage = ({ data }: MessageEvent<Said>) => void hear(data);
  stop = () => {
    clearInterval(timer);
    stopHearing();
    for (const sign of SIGNS) removeEventListener(sign, used, { capture: true });
    document.removeEventListener("visibilitychange", shown);
    channel?.close();
    channel = stop = null;
  };
}

/** Locks the phone now, in every tab. */
export function lockNow(): void {
  store.value!.changes.tell({ what: "lock-now" });
}

/** Asks the other tabs for the key; true when one had it, and this one is open too. One that is busy may open it later, unless the phone is locked meanwhile. */
export async function unlockedElsewhere(): Promise<boolean> {
  const asking = new BroadcastChannel(`${store.value!.name} lock`);
  let stopHearing = () => {};
  const given = new Promise<DataKey | null>((resolve) => {
    stopHearing = store.value!.changes.listen(({ what }) => { if (what === "lock-now") resolve(null); });
    asking.onmessage = ({ data }: MessageEvent<Said>) => { if (data.what === "key") resolve(data.key); };
    asking.postMessage({ what: "ask" } satisfies Said);
    setTimeout(() => resolve(null), LATE_MS);
  }).finally(() => { stopHearing(); asking.close(); });
  const soon = await Promise.race([given, new Promise<undefined>((resolve) => setTimeout(resolve, ANSWER_MS))]);
  if (soon === undefined) void given.then(openLate).catch(() => undefined);
  return soon ? take(store.value!, soon) : false;
}

async function openLate(key: DataKey | null): Promise<void> {
  if (key && phase.value === "locked" && (await take(store.value!, key))) await carryOn();
}

/** The lock is another one, or there is none any more: changed here, or in another tab, which then has the new key. */
export async function lockChanged(): Promise<void> {
  const { keys } = store.value!;
  const resting = await keys.resting();
  if (!(await keys.holds(resting?.id))) {
    keys.drop();
    if (resting?.lock && !(await unlockedElsewhere())) return lockHere();
  }
  if (phase.value === "locked") await carryOn();
  else if (resting?.lock) watch();
  else stop?.();
}

async function look(back = false): Promise<void> {
  const now = clock();
  const { after = 5 } = (await store.value!.keys.resting())?.lock ?? {};
  const resting = now - used_at > (exercising.now ? FORGOTTEN_MS : IDLE_MS);
  const unseen = !exercising.now && now - seen_at > after * 60_000;
  if (resting || unseen) return lockNow();
  if (back || document.visibilityState === "visible" || exercising.now) {
    seen_at = now;
    tell(now);
  }
}

/** The other tabs hear that somebody is here: they do not lock what is in use in this one. */
function tell(now: number): void {
  told_at = now;
  channel?.postMessage({ what: "in-use", idle_ms: now - used_at } satisfies Said);
}

async function hear(said: Said): Promise<void> {
  if (said.what === "in-use") {
    seen_at = clock();
    used_at = Math.max(used_at, seen_at - said.idle_ms);
  } else if (said.what === "ask") {
    await look(); // this tab may itself be due
    if (phase.value === "ready") channel?.postMessage({ what: "key", key: await store.value!.keys.get() } satisfies Said);
  }
}

/** Nothing of the person is on the screen or in memory afterwards; what was being filled in rests sealed. */
async function lockHere(): Promise<void> {
  if (phase.value !== "ready") return;
  stop?.();
  stopSending();
  undoable.value = another.value = null;
  phase.value = "locked";
  await new Promise((resolve) => setTimeout(resolve, DRAWN_MS));
  announced.value = "";
  store.value!.keys.drop();
  closeRecord();
}

let passed = 0;
let [day, page] = [Date.now(), performance.now()];

/** Milliseconds that never run backwards: neither a clock put back nor a phone asleep makes them fewer. */
function clock(): number {
  const [day_now, page_now] = [Date.now(), performance.now()];
  passed += Math.max(day_now - day, page_now - page, 0);
  [day, page] = [day_now, page_now];
  return passed;
}
