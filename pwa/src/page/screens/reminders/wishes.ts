/** Changing what somebody wants: always a new version of the one entry, so that it works without a signal. */
import { computed } from "@preact/signals";
import { type Day, phoneClock } from "../../../shared/dates.ts";
import { newReminderKey } from "../../../shared/reminders/keys.ts";
import { type Wishes, wishesOf } from "../../../shared/reminders/wishes.ts";
import { announce } from "../../announce.ts";
import { entries, record } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { t } from "./words.ts";

export type Kind = Wishes["kinds"][number];
export const KINDS: readonly Kind[] = ["exercise", "check-in", "session", "change", "reply", "date"];

/** What holds now; undefined before anything was chosen. */
export const wished = computed(() => wishesOf(entries.value));

/** What can be left out of wishes; null takes it out. */
type Optional = "week" | "quiet" | "paused_until" | "email" | "mobile";
type Changes = Partial<Omit<Wishes, Optional>> & { [name in Optional]?: Wishes[name] | null };

/** Whether a break is on: it ends on the day it names. */
export const isResting = (paused_until: Day | undefined, today: Day): paused_until is Day => paused_until !== undefined && paused_until > today;

/** What somebody begins with: everything they planned themselves, never at night, and nothing on the lock screen. */
const fresh = (): Wishes => ({
  key: newReminderKey(), zone: phoneClock.zone(), kinds: [...KINDS], quiet: { from: "21:00", to: "08:00" }, detailed: false,
});

/** Begins, unless it was begun. Raises StorageFull or Locked. */
export async function beginWishes(): Promise<void> {
  if (!wished.value) await record.value!.save("reminding", fresh());
}

/** The change before, so that each begins with what that left: two quick taps are two changes. */
let before: Promise<unknown> = Promise.resolve();

/** Changes some of it, or what follows from how it is by then. Raises StorageFull or Locked. */
export function changeWishes(changes: Changes | ((now: Wishes) => Changes), said = t("reminders-saved")): Promise<void> {
  const mine = before.catch(() => undefined).then(async () => {
    const { id } = wished.value!;
    const now = record.value!.entry(id)!.body as Wishes;
    const kept = Object.entries({ ...now, ...(typeof changes === "function" ? changes(now) : changes) }).filter(([, value]) => value !== null);
    await record.value!.save("reminding", Object.fromEntries(kept) as Wishes, { entry: id });
    announce(said);
  });
  before = mine;
  return mine;
}

/** Stops everything, which can be taken back. */
export async function stopAll(): Promise<void> {
  const { id } = wished.value!;
  await record.value!.remove(id);
  scrollTo(0, 0);
  offerUndo({ words: t("remind-stopped"), undo: () => record.value!.restore(id) });
}
