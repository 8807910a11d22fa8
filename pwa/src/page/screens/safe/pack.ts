/** The care cards on this phone. They are no part of the diary, so that a lock does not hide them. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { HelpNumber, SafetyPack } from "../../../shared/content/safety-types.ts";
import { Packs } from "../../../shared/content/packs.ts";
import { store } from "../../state.ts";

const safety = signal<SafetyPack | null>(null);

/** The cards and numbers; null until they are read, and when they are not on this phone. */
export function useSafety(): SafetyPack | null {
  const held = store.value;
  useEffect(() => {
    if (!held) return;
    const look = async () => (safety.value = (await readSafety().catch(() => null)) ?? safety.value);
    void look();
    return held.changes.listen((change) => {
      if (change.what === "content") void look();
    });
  }, [held]);
  return safety.value;
}

export const readSafety = (): Promise<SafetyPack | null> => new Packs(store.value!).pack<SafetyPack>("safety");

/** The numbers with these slugs, in the order in which they are named. */
export const numbersOf = ({ numbers }: SafetyPack, slugs: readonly string[]): HelpNumber[] =>
  slugs.flatMap((slug) => numbers.find((number) => number.slug === slug) ?? []);
