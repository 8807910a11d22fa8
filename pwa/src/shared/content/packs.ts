/** The content packs on this phone. They work offline; an old pack goes only when the new ones are all there. */
import type { Store } from "../store/db.ts";
import type { Shelf } from "./shelf.ts";
import { shelfFor } from "./shelf.ts";
import type { Lists, Manifest, Programme, ServicePage } from "./types.ts";

const MANIFEST = "/content/manifest.json";
const pathOf = (hash: string) => `/content/${hash}.json`;

export interface PacksOptions {
  shelf?: Shelf;
  fetch?: typeof fetch;
  base?: string;
}

export class Packs {
  /** the packs here are those that the server had when it was last asked */
  current = false;
  #store: Store;
  #shelf: Shelf;
  #fetch: typeof fetch;
  #base: string;
  #read = new Map<string, unknown>();

  constructor(store: Store, options: PacksOptions = {}) {
    this.#store = store;
    this.#shelf = options.shelf ?? shelfFor(store);
    this.#fetch = options.fetch ?? ((...request) => fetch(...request));
    this.#base = options.base ?? "";
  }

  /** A programme by its slug; fetched if this phone has no packs yet, and null if that fails. */
  programme(slug: string): Promise<Programme | null> {
    return this.#pack<Programme>(`programme-${slug}`);
  }

  /** Slugs of the programmes on this phone. */
  async programmes(): Promise<string[]> {
    const manifest = await this.#kept();
    return Object.keys(manifest?.packs ?? {}).filter((name) => name.startsWith("programme-")).map((name) => name.slice(10));
  }

  lists(): Promise<Lists | null> {
    return this.#pack<Lists>("lists");
  }

  /** A page that the service completes. */
  async page(name: "privacy" | "accessibility"): Promise<ServicePage | null> {
    return (await this.#pack<{ [page: string]: ServicePage }>("pages"))?.[name] ?? null;
  }

  /** Fetches what is new. True when packs changed; false when they are the same or the server cannot be reached. */
  async refresh(): Promise<boolean> {
    try {
      const text = await this.#get(MANIFEST, "no-cache");
      const manifest = JSON.parse(text) as Manifest;
      const before = await this.#shelf.get(MANIFEST);
      const wanted = Object.values(manifest.packs).map(pathOf);
      const kept = new Set(await this.#shelf.paths());
      const missing = wanted.filter((path) => !kept.has(path));
      await Promise.all(missing.map((path) => this.#fetchPack(path)));
      this.current = true;
      if (text === before && !missing.length) return false;
      await this.#shelf.put(MANIFEST, text);
      this.#read.clear();
      for (const path of kept) if (path !== MANIFEST && !wanted.includes(path)) await this.#shelf.remove(path);
      this.#store.changes.tell({ what: "content" });
      return true;
    } catch {
      return false; // offline, or no room: the packs already here go on being used
    }
  }

  async #pack<T>(name: string): Promise<T | null> {
    const found = await this.#find<T>(name);
    if (found) return found;
    await this.refresh();
    return this.#find<T>(name);
  }

  async #find<T>(name: string): Promise<T | null> {
    const hash = (await this.#kept())?.packs[name];
    if (!hash) return null;
    if (!this.#read.has(hash)) {
      const text = await this.#shelf.get(pathOf(hash));
      if (text === undefined) return null;
      if (!this.#read.has(hash)) this.#read.set(hash, JSON.parse(text));
    }
    return this.#read.get(hash) as T;
  }

  async #kept(): Promise<Manifest | undefined> {
    const text = await this.#shelf.get(MANIFEST);
    return text === undefined ? undefined : (JSON.parse(text) as Manifest);
  }

  /** Puts a pack on the shelf once it is whole and is JSON. */
  async #fetchPack(path: string): Promise<void> {
    const text = await this.#get(path);
    JSON.parse(text);
    await this.#shelf.put(path, text);
  }

  async #get(path: string, cache: RequestCache = "default"): Promise<string> {
    const response = await this.#fetch(this.#base + path, { cache, signal: AbortSignal.timeout(15_000) });
    if (!response.ok || response.redirected) throw new Error(`${path} ${response.status}`);
    return response.text();
  }
}
