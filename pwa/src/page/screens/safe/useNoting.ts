import { useEffect, useRef } from "preact/hooks";
import type { Did, Yes } from "../../../shared/rules/safety.ts";
import { record } from "../../state.ts";
import { note, type Noted, type Notes } from "./noting.ts";

/**
 * Notes that a card is shown, and gives what notes more about it, in the order in which it happened. A page that is
 * loaded again shows the same card for the same yes: that is noted once. Null: nothing is noted.
 */
export function useNoting(yes: Yes | null, notes?: Notes): (did: Did) => Promise<void> {
  const last = useRef<Promise<Noted | null>>(Promise.resolve(null));
  const add = async (did: Did) => {
    if (yes) await (last.current = last.current.then((before) => note(yes, did, before, notes)));
  };
  // A card may be shown before the diary has opened, on a slow phone for seconds: it is noted as soon as it can be.
  const open = notes !== undefined || record.value !== null;
  useEffect(() => void add("shown"), [yes?.trigger, yes?.at, open]);
  return add;
}
