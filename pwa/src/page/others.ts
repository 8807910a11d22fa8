/** What this phone knows of other people, for the screens: names, who has seen the diary, and who shares theirs. */
import { signal } from "@preact/signals";
import { type Helped, type Names, readHelped, readNames, readSeen, type Seen } from "../shared/store/others.ts";
import type { Kind } from "../shared/record/kinds.ts";
import type { Version } from "../shared/record/versions.ts";
import { me, store } from "./state.ts";

export const helped = signal<Helped[]>([]);
const names = signal<Names>({});
const seen = signal<Seen[]>([]);

export const nameFor = (person: string): string | null => names.value[person] ?? null;

/** What this person wrote in the diaries of others that the server does not hold. */
export const elsewhere = signal({ waiting: 0, refused: 0 });

let listening: (() => void) | null = null;

/** Reads what is kept, now and whenever it changes. Called when the record of a person opens. */
export async function watchOthers(): Promise<void> {
  const held = store.value!;
  listening?.();
  listening = held.changes.listen((change) => {
    if (change.what === "wiped" || (change.what === "meta" && change.key === "others")) void look().catch(() => undefined);
    else if (helped.value.length && change.what !== "content") countElsewhere();
  });
  await look();
}

/** Lets go of what is in memory: the phone is locked. */
export function forgetOthers(): void {
  helped.value = [];
  names.value = {};
  seen.value = [];
}

async function look(): Promise<void> {
  const held = store.value!;
  [helped.value, names.value, seen.value] = await Promise.all([readHelped(held), readNames(held), readSeen(held)]);
  countElsewhere();
}

export const countElsewhere = (): void => void count().catch(() => undefined);

async function count(): Promise<void> {
  if (!helped.value.length || !me.value) return void (elsewhere.value = { waiting: 0, refused: 0 });
  const { unsentForOthers } = await import("../shared/store/elsewhere.ts"); // most people help nobody
  elsewhere.value = await unsentForOthers(store.value!, me.value.person);
}

/** Kinds whose part of a diary has another name; all the others are exercise. What is "own" is shared with nobody. */
const SCOPES: { [kind in Kind]?: string } = {
  pain: "pain", about: "about", goal: "checkins", pathway: "checkins", "check-in": "checkins", score: "checkins", safety: "checkins",
  reminding: "own", "own-date": "own",
};

/** Who looked last of those who have seen a version: its kind was shared, and the diary had come that far when they did. */
export function seenBy({ kind, number }: Pick<Version, "kind" | "number">): Seen | null {
  if (number === null) return null;
  return seen.value.find((look) => look.number >= number && look.scopes.includes(SCOPES[kind] ?? "exercise")) ?? null;
}
