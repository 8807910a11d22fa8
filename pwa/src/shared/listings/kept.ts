/** Named values of this room in the phone's store, sealed: they are public, but which of them are here says where somebody lives. */
import type { Store } from "../store/db.ts";
import { readSealed, sealed } from "../store/meta.ts";

let last: Promise<unknown> = Promise.resolve();

/** Changes a value, one change after the other; `change` gives undefined to leave it as it is. Raises Locked. */
export function changeKept<T>(store: Store, name: string, fresh: T, change: (value: T) => T | undefined): Promise<T> {
  const work = last.then(async () => {
    const before = (await readSealed<T>(store, name)) ?? fresh;
    const after = change(before);
    if (after === undefined) return before;
    await store.write(name, await sealed(store, name, after), "relaxed");
    store.changes.tell({ what: "meta", key: name });
    return after;
  });
  last = work.catch(() => undefined);
  return work;
}
