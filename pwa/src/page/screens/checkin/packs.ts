/** What check-ins need of the content, read when the first of their screens opens. All of it works with no signal. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Packs } from "../../../shared/content/packs.ts";
import type { Pathways } from "../../../shared/content/pathway-types.ts";
import type { Questionnaires } from "../../../shared/content/questionnaire-types.ts";
import { questionnairesOf } from "../../../shared/content/questionnaires.ts";
import type { SafetyPack } from "../../../shared/content/safety-types.ts";
import type { Topics } from "../../../shared/content/topic-types.ts";
import type { Store } from "../../../shared/store/db.ts";
import { store } from "../../state.ts";

export interface CheckInPacks {
  pathways: Pathways;
  asks: Questionnaires;
  safety: SafetyPack;
  /** empty when this device has none: a check-in goes on without them */
  topics: Topics;
}

/** undefined while it is read; null when this phone does not have it */
const packs = signal<CheckInPacks | null | undefined>(undefined);
let read: Store | null = null;

/** undefined while they are read, null when they are not on this device and cannot be fetched. */
export function useCheckInPacks(): CheckInPacks | null | undefined {
  const held = store.value;
  useEffect(() => {
    if (!held) return;
    if (read !== held || !packs.value) void look(held);
    read = held;
    return held.changes.listen((change) => {
      if (change.what === "content") void look(held);
    });
  }, [held]);
  return packs.value;
}

async function look(held: Store): Promise<void> {
  const shelf = new Packs(held);
  const asked = [shelf.pack<Pathways>("pathways"), questionnairesOf(shelf), shelf.pack<SafetyPack>("safety"), shelf.pack<Topics>("topics")] as const;
  const [pathways, asks, safety, topics] = await Promise.all(asked).catch(() => []);
  if (pathways && asks && safety) packs.value = { pathways, asks, safety, topics: topics ?? {} };
  else packs.value ??= null;
}
