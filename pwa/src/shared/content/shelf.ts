/** Where packs are kept on the phone: the browser's cache, or the database where there is no cache. */
import type { Store } from "../store/db.ts";

export interface Shelf {
  get(path: string): Promise<string | undefined>;
  put(path: string, text: string): Promise<void>;
  remove(path: string): Promise<void>;
  paths(): Promise<string[]>;
}

export const CONTENT_CACHE = "content-1";

export function shelfFor(store: Store): Shelf {
  return typeof caches === "undefined" ? storeShelf(store) : cacheShelf();
}

function cacheShelf(): Shelf {
  const open = () => caches.open(CONTENT_CACHE);
  return {
    get: async (path) => (await (await open()).match(path))?.text(),
    put: async (path, text) => (await open()).put(path, new Response(text, { headers: { "Content-Type": "application/json" } })),
    remove: async (path) => void (await (await open()).delete(path)),
    paths: async () => (await (await open()).keys()).map((request) => new URL(request.url).pathname),
  };
}

const PREFIX = "content ";

export function storeShelf(store: Store): Shelf {
  return {
    get: (path) => store.read<string>(PREFIX + path),
    put: (path, text) => store.write(PREFIX + path, text),
    remove: (path) => store.forget(PREFIX + path),
    paths: async () => {
      const keys = await store.run(["meta"], "readonly", (tx) => tx.objectStore("meta").getAllKeys());
      return keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    },
  };
}
