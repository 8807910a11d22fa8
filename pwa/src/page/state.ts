/** What the screens show, as signals: who is signed in, their record, today's date, the content. */
import { computed, signal } from "@preact/signals";
import type { Lists } from "../shared/content/types.ts";
import type { Day } from "../shared/dates.ts";
import { useToken } from "../shared/api/token.ts";
import { Record } from "../shared/record/record.ts";
import type { Store } from "../shared/store/db.ts";
import type { Me } from "../shared/store/meta.ts";
import { readMe } from "../shared/store/meta.ts";
import { planNow } from "../shared/rules/adapting.ts";
import { t } from "./messages.ts";
import { countElsewhere, elsewhere, forgetOthers, watchOthers } from "./others.ts";
import { FIRST_PROGRAMME, programmeOf } from "./programmes.ts";
import { deskRefused, deskWaiting, reportsWaiting, watchReports } from "./told.ts";

export const store = signal<Store | null>(null);
/** null before the first sign-in */
export const me = signal<Me | null>(null);
export const record = signal<Record | null>(null);
/** Counts changes of the record: read it to be drawn again. */
export const changed = signal(0);
/** null when this phone has none; undefined until it has been asked */
export const listsHere = signal<Lists | null | undefined>(undefined);
export const lists = computed(() => listsHere.value ?? null);
export const today = signal(dayHere());
/** by the same clock, 0 to 23 */
export const hour = signal(new Date().getHours());

export const serviceName = computed(() => me.value?.service || t("service-name"));

export const entries = computed(() => {
  changed.value;
  return record.value?.entries() ?? [];
});

/** What their plan says; before there is a plan, the programme that is shown first. */
const followed = computed(() => planNow(entries.value)?.body ?? FIRST_PROGRAMME);
const programmeHere = computed(() => programmeOf(followed.value));

/** The programme that the plan names, with the exercises that it names; null when this phone does not have it. */
export const programme = computed(() => programmeHere.value ?? null);

/** Chosen exercises that this phone does not have yet. */
export const exercisesMissing = computed(() => {
  const { exercises } = followed.value;
  return exercises && programme.value ? exercises.length - programme.value.exercises.length : 0;
});

/** Whether the phone has been asked for its content; until then nobody says that there is none. */
export const contentLooked = computed(() => programmeHere.value !== undefined && listsHere.value !== undefined);

/** Entries with something the server does not hold, entries it would not take, and those that were damaged before: their own, and what they wrote for others. What they told of listings waits as entries do. */
export const unsent = computed(() => {
  changed.value;
  const all = record.value?.all() ?? [];
  return {
    waiting: reportsWaiting.value + deskWaiting.value + elsewhere.value.waiting + all.filter((entry) => entry.versions.some((each) => each.number === null && !each.refused)).length,
    refused: deskRefused.value + elsewhere.value.refused + all.filter((entry) => entry.state === "refused" && !entry.gone).length,
    unreadable: record.value?.unreadable.size ?? 0,
  };
});

/** How many entries clearing this phone would lose: nobody else holds them. */
export const atRisk = computed(() => unsent.value.waiting + unsent.value.refused + unsent.value.unreadable);

/** Shows the record of whoever is signed in on this phone, in place of any other. Raises Locked. */
export async function openRecord(): Promise<void> {
  const held = store.value!;
  const others = watchOthers();
  others.catch(() => undefined); // what it raises is raised below, unless something else is first
  const who = (await readMe(held)) ?? null;
  useToken(who?.csrf);
  if (who?.person !== record.value?.subject) {
    record.value?.close();
    record.value = who && (await Record.open(held, who.person));
    record.value?.onChange(() => (changed.value += 1));
    changed.value += 1;
  }
  await others;
  me.value = who; // last: from here on it is shown
  countElsewhere();
  watchReports(held);
}

/** Lets go of everything of the person that is in memory. */
export function closeRecord(): void {
  record.value?.close();
  record.value = me.value = null;
  forgetOthers();
  changed.value += 1;
}

/** Whether an exercise is being done just now, which nobody interrupts by locking the phone. */
export const exercising = { now: false };

/** The day by this phone's wall clock; without `Intl`, which takes its time to wake up on a slow phone. */
function dayHere(): Day {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** A phone left open overnight wakes up on the next day. */
export function watchTheDay(): void {
  const look = () => {
    today.value = dayHere();
    hour.value = new Date().getHours();
  };
  addEventListener("visibilitychange", look);
  setInterval(look, 30_000);
}
