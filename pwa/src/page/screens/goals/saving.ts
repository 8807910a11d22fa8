/** Where goals are saved, and forms of staff, who write goals together with the people whose they are. */
import { signal, type Signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Goal } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Form } from "../../draft.ts";
import { me, record } from "../../state.ts";

/** Saves a goal: a new one, or in place of what `before` says. Raises what went wrong; the form keeps everything. */
export type Saver = (goal: Goal, before?: Entry<"goal">) => Promise<unknown>;

export const inOwnRecord = (goal: Goal, before?: Entry<"goal">): Promise<Entry<"goal">> =>
  record.value!.save("goal", goal, before && { entry: before.id });

/** Half-filled forms of whoever is signed in: in memory, for what must never be kept on a device. */
const held = new Map<string, Signal<object>>();

/** A form like that of `useDraft`, which a reload clears. */
export function useHeld<T extends object>(name: string, fresh: () => T): Form<T> {
  return useMemo(() => {
    const key = `${me.value?.person} ${name}`;
    const value = (held.get(key) ?? signal<object>(fresh())) as Signal<T | null>;
    held.set(key, value as Signal<object>);
    const startAgain = () => (value.value = fresh());
    return {
      value, restored: signal(false), startAgain,
      change: (changes) => (value.value = { ...value.value!, ...changes }),
      done: async () => void startAgain(),
    };
  }, [name]);
}
