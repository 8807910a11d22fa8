/** The topics on this phone, and where to find one. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Packs } from "../../../shared/content/packs.ts";
import type { Topic, Topics } from "../../../shared/content/topic-types.ts";
import { store } from "../../state.ts";

const topics = signal<Topics | null | undefined>(undefined);

async function look(): Promise<void> {
  topics.value = (await new Packs(store.value!).pack<Topics>("topics").catch(() => null)) ?? topics.value ?? null;
}

/** Every topic; undefined while they are read, and null when they are not on this phone. */
export function useTopics(): { topics: Topics | null | undefined; again: () => Promise<void> } {
  useEffect(() => {
    void look();
    return store.value!.changes.listen((change) => {
      if (change.what === "content") void look();
    });
  }, []);
  return { topics: topics.value, again: look };
}

/** Where a topic is; with `then`, its way back leads there. */
export const topicAddress = (slug: string, then?: string): string =>
  `/topics/${slug}${then ? `?${new URLSearchParams({ then })}` : ""}`;
