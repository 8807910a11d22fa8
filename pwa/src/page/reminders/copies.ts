/** What the service says about reminders, and the last copy of it on this phone, sealed: it names what a person does and when. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask, NoAnswer } from "../../shared/api/client.ts";
import { readSealed, sealed } from "../../shared/store/meta.ts";
import { whenOnline } from "../online.ts";
import { reasonOf } from "../reasons.ts";
import { store } from "../state.ts";

export type Copied = "GET /api/reminders" | "GET /api/reminders/rehearsal" | "GET /api/reminders/told";

interface Copy<T> {
  /** when the service said it, ms since 1970 */
  at: number;
  value: T;
}

export interface Latest<T> {
  /** null until there is something to show */
  copy: Signal<Copy<T> | null>;
  /** why it is not what is so now; empty when it is */
  trouble: Signal<string>;
  again: () => Promise<void>;
}

/** Its name in the store: "reminders-rehearsal". */
const nameOf = (operation: Copied): string => operation.slice("GET /api/".length).replace("/", "-");

/** What the service says now, kept for when there is no signal. Raises Problem or NoAnswer. */
export async function fetchCopy<O extends Copied>(operation: O): Promise<Copy<Answer<O>>> {
  const copy = { at: Date.now(), value: await (ask as (operation: Copied) => Promise<unknown>)(operation) as Answer<O> };
  const held = store.value!;
  await sealed(held, nameOf(operation), copy).then((bytes) => held.write(nameOf(operation), bytes, "relaxed")).catch(() => undefined); // a full phone still shows it
  return copy;
}

export const readCopy = <O extends Copied>(operation: O): Promise<Copy<Answer<O>> | undefined> =>
  readSealed<Copy<Answer<O>>>(store.value!, nameOf(operation)).catch(() => undefined);

/** The copy at once, then what is so now; asked again once there is a signal. */
export function useLatest<O extends Copied>(operation: O): Latest<Answer<O>> {
  const copy = useSignal<Copy<Answer<O>> | null>(null);
  const trouble = useSignal("");
  const again = async () => {
    try {
      copy.value = await fetchCopy(operation);
      trouble.value = "";
    } catch (error) {
      trouble.value = error instanceof NoAnswer ? "offline" : reasonOf(error);
    }
  };
  useEffect(() => {
    const began = readCopy(operation).then((kept) => { if (kept) copy.value ??= kept; });
    void began.then(again);
    const came = () => trouble.peek() === "";
    return whenOnline(async () => came() || again(), came);
  }, []);
  return { copy, trouble, again };
}
