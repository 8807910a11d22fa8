/**
 * The content packs on this phone. They work offline. What Today needs is fetched first, the rest in quiet moments after
 * it; an old pack goes only when its new one is there.
 */
import type { Store } from "../store/db.ts";
import type { Shelf } from "./shelf.ts";
import { shelfFor } from "./shelf.ts";
import type { Lists, Manifest, Programme, ServicePage } from "./types.ts";

const MANIFEST = "/content/manifest.json";
/** What to do in an emergency is asked for before anything else, and can be read even when the rest does not come. */
const SAFETY = "safety";
const TODAY = /^(safety|lists|pages)$/;
/** Most people never need it: it comes when it is asked for, and is kept up to date from then on. */
const WHEN_ASKED = "outcodes";
const pathOf = (hash: string) => `/content/${hash}.json`;

export interface PacksOptions {
  shelf?: Shelf;
  fetch?: typeof fetch;
  base?: string;
  /** Comes to pass when nothing more pressing is left to do. */
  quiet?: () => Promise<unknown>;
}

export class Packs {
  /** the packs here are all those that the server had when it was last asked */
  current = false;
  /** Done when what Today does not need has come too, or cannot come. */
  rest: Promise<unknown> = Promise.resolve();
  #store: Store;
  #shelf: Shelf;
  #fetch: typeof fetch;
  #base: string;
  #quiet: () => Promise<unknown>;
  #read = new Map<string, unknown>();

  constructor(store: Store, options: PacksOptions = {}) {
    this.#store = store;
    this.#shelf = options.shelf ?? shelfFor(store);
    this.#fetch = options.fetch ?? ((...request) => fetch(...request));
    this.#base = options.base ?? "";
    this.#quiet = options.quiet ?? (() => Promise.resolve());
  }

  /** A programme by its slug; fetched if this phone has no packs yet, and null if that fails. */
  programme(slug: string): Promise<Programme | null> {
    return this.pack<Programme>(`programme-${slug}`);
  }

  /** Slugs of the programmes on this phone. */
  async programmes(): Promise<string[]> {
    const manifest = await this.#kept();
    return Object.keys(manifest?.packs ?? {}).filter((name) => name.startsWith("programme-")).map((name) => name.slice(10));
  }

  lists(): Promise<Lists | null> {
    return this.pack<Lists>("lists");
  }

  /** A page that the service completes. */
  async page(name: "privacy" | "accessibility"): Promise<ServicePage | null> {
    return (await this.pack<{ [page: string]: ServicePage }>("pages"))?.[name] ?? null;
  }

  /**
   * Fetches what is new: what Today needs and what is asked for by `name`, then, without a name, all others in quiet
   * moments. True when packs changed; false when they are the same or the server cannot be reached.
   */
  async refresh(name?: string): Promise<boolean> {
    try {
      const text = await this.#get(MANIFEST, "no-cache");
      const { packs } = JSON.parse(text) as Manifest;
      const kept = new Set(await this.#shelf.paths());
      const missing = Object.keys(packs).filter((each) => !kept.has(pathOf(packs[each]!)));
      const old = (await this.#kept())?.packs ?? {};
      const olderIsHere = (each: string) => kept.has(pathOf(old[each] ?? ""));
      // Of the programmes only the one that is followed is needed: it is asked for by name, or an older one of it is here.
      const followed = (each: string) => each.startsWith("programme-") && olderIsHere(each);
      const first = missing.filter((each) => each === name || TODAY.test(each) || followed(each)).sort((a, b) => Number(b === SAFETY) - Number(a === SAFETY));
      const rest = missing.filter((each) => !first.includes(each) && (each !== WHEN_ASKED || olderIsHere(each)));
      await Promise.all(first.map(async (each) => {
        await this.#fetchPack(packs[each]!);
        if (each === SAFETY && !kept.has(MANIFEST)) await this.#shelf.put(MANIFEST, text);
      }));
      const changed = await this.#keep(text);
      this.current = !rest.length;
      if (rest.length && name === undefined) this.rest = this.#fetchRest(rest, text).catch(() => undefined);
      return changed || first.length > 0;
    } catch {
      return false; // offline, or no room: the packs already here go on being used
    }
  }

  /** One after the other, so that none is in the way of what somebody does meanwhile. */
  async #fetchRest(names: string[], text: string): Promise<void> {
    const { packs } = JSON.parse(text) as Manifest;
    for (const each of names) {
      await this.#quiet();
      await this.#fetchPack(packs[each]!).catch(() => this.#fetchPack(packs[each]!)); // one lost answer does not put all others off until the next start
    }
    await this.#keep(text);
    this.current = true;
  }

  /** Takes a manifest for the present one; packs of it that are not here yet stay as they were before. True when it changed. */
  async #keep(text: string): Promise<boolean> {
    const { packs } = JSON.parse(text) as Manifest;
    const before = await this.#shelf.get(MANIFEST);
    const old = (await this.#kept())?.packs ?? {};
    const paths = new Set(await this.#shelf.paths());
    const mixed = Object.fromEntries(Object.entries(packs).map(([name, hash]) =>
      [name, paths.has(pathOf(hash)) || !paths.has(pathOf(old[name] ?? "")) ? hash : old[name]!]));
    const now = JSON.stringify({ packs: mixed });
    const used = new Set(Object.values(mixed).map(pathOf));
    for (const path of paths) if (path !== MANIFEST && !used.has(path)) await this.#shelf.remove(path);
    if (now === before) return false;
    await this.#shelf.put(MANIFEST, now);
    this.#read.clear();
    this.#store.changes.tell({ what: "content" });
    return true;
  }

  /** A pack by its name; fetched if this phone has none of it yet, and null if that fails. */
  async pack<T>(name: string): Promise<T | null> {
    const found = await this.#find<T>(name);
    if (found) return found;
    await this.refresh(name);
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
  async #fetchPack(hash: string): Promise<void> {
    const path = pathOf(hash);
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
