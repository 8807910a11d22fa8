/** Keeps the worker up to date about what is done: it has to know without reading the diary. */
import { effect } from "@preact/signals";
import { Packs } from "../../shared/content/packs.ts";
import type { Pathways } from "../../shared/content/pathway-types.ts";
import { keepDone } from "../../shared/reminders/box.ts";
import { keyMaker } from "../../shared/reminders/keys.ts";
import { slotsDone } from "../../shared/reminders/slots.ts";
import { wishesOf } from "../../shared/reminders/wishes.ts";
import { quietMoment } from "../quiet.ts";
import { changed, record, store, today } from "../state.ts";

let working = false;
/** something changed since the work began */
let again = false;
let kept = "";

/** After each change of the diary, by whomever, in a quiet moment; also each new day. */
export function watchDone(): void {
  effect(() => {
    changed.value;
    today.value;
    if (record.value) void keepUp();
  });
}

async function keepUp(): Promise<void> {
  again = true;
  if (working) return;
  working = true;
  try {
    while (again) {
      again = false;
      await quietMoment();
      await keepNow();
    }
  } catch {
    kept = ""; // locked meanwhile, or no room: the next change tries again
  } finally {
    working = false;
  }
}

async function keepNow(): Promise<void> {
  const [held, diary] = [store.value, record.value];
  const wishes = diary && wishesOf(diary.entries())?.body;
  if (!held || !wishes) return;
  const pathways = (await new Packs(held).pack<Pathways>("pathways").catch(() => null)) ?? {};
  const slots = slotsDone({ all: diary.all(), pathways, wishes, today: today.value });
  const keyOf = await keyMaker(wishes.key);
  const keys = await Promise.all(slots.map(keyOf));
  if (keys.join() === kept || record.value !== diary) return;
  await keepDone(keys);
  kept = keys.join();
}

/** The box was emptied: whatever is done is told again. */
export const forgetKept = (): void => void (kept = "");
