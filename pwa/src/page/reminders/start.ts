/** Reminders, once the app is open: what was tapped, answers that wait, where this device is reached, and what is done. */
import { effect } from "@preact/signals";
import { emptyBox } from "../../shared/reminders/box.ts";
import { passSaidOn } from "../../shared/reminders/said.ts";
import { wishesOf } from "../../shared/reminders/wishes.ts";
import { readMe } from "../../shared/store/meta.ts";
import { quietMoment } from "../quiet.ts";
import { firstSent } from "../sending.ts";
import { entries, me, store } from "../state.ts";
import { fetchCopy, readCopy } from "./copies.ts";
import { forgetKept, watchDone } from "./done-keys.ts";
import { resync, unsubscribe } from "./here.ts";
import { watchTapped } from "./tapped.ts";

/** The days to come are asked for again after this long, so that they can be looked at without a signal. */
const COPY_FRESH_MS = 6 * 3_600_000;

/** who this device was last brought up to date for */
let arrived: string | null = null;

export function startReminders(): void {
  watchTapped();
  watchDone();
  passOn();
  addEventListener("online", passOn);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") clearBadge(); });
  clearBadge();
  effect(() => {
    const [held, who] = [store.value, me.value?.person ?? null];
    if (held) void (who ? arrive(who) : leave()).catch(() => undefined); // the next start does it
  });
}

/** Somebody's diary is open here. */
async function arrive(who: string): Promise<void> {
  if (arrived === who) return;
  arrived = who;
  await firstSent();
  await quietMoment();
  await resync();
  if (me.value?.role !== "patient" || !wishesOf(entries.value)) return;
  const copy = await readCopy("GET /api/reminders/rehearsal");
  if (!copy || Date.now() - copy.at > COPY_FRESH_MS) await fetchCopy("GET /api/reminders/rehearsal");
}

/** Nobody has a diary here any more, which is not so while it is only locked: nobody else is reminded of theirs. */
async function leave(): Promise<void> {
  if (await readMe(store.value!)) return;
  arrived = null;
  forgetKept();
  await emptyBox();
  await unsubscribe();
}

const passOn = (): void => void passSaidOn().catch(() => undefined); // without a signal they wait

const clearBadge = (): void => void navigator.clearAppBadge?.().catch(() => undefined);
