/** Builds the PWA: the page, with what its first screen needs in one file, and the service worker with its list of files. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { build, defineConfig } from "vite";

const root = import.meta.dirname;
const hash = (content: string | Buffer) => createHash("sha256").update(content).digest("hex").slice(0, 12);

/** One classic script, built by itself into the folder of the others. */
const script = (out: string, entry: string, fileName: string, define: { [name: string]: string } = {}) =>
  build({
    configFile: false, root, publicDir: false, logLevel: "warn", define,
    build: {
      outDir: out, emptyOutDir: false, target: "es2022",
      lib: { entry, formats: ["iife"], name: fileName.replace(/\W.*/, ""), fileName: () => fileName },
    },
  });

/**
 * After the page is built: hash every file, then build the worker as one classic script with that list in it; then the
 * script of the reviewers' pages, which is not on the list as no phone needs it.
 */
function serviceWorker(): Plugin {
  let out = "";
  return {
    name: "service-worker",
    apply: "build",
    configResolved(config) {
      out = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      if (!existsSync(out)) return; // the build failed, and its own error is the one to read
      const list = readdirSync(out, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => ["/" + file.slice(out.length + 1).replaceAll("\\", "/"), hash(readFileSync(file))])
        .filter(([path]) => path !== "/sw.js" && !path!.endsWith(".map") && !OF_THE_MAP.test(path!))
        .sort();
      await script(out, "src/worker/sw.ts", "sw.js", {
        __PRECACHE__: JSON.stringify(list), __BUILD__: JSON.stringify(hash(JSON.stringify(list))),
      });
      await script(out, "src/page/preview/figures.ts", "preview.js");
    },
  };
}

/** Files of the map. No phone keeps them: without signal there are no pictures to show on it, and most never ask for it. */
const OF_THE_MAP = /^\/assets\/(TheMap|leaflet-licence)-/;

/**
 * Leaflet as our policy lets it run. As it loads it tries out whether SVG can be written as HTML, which is forbidden; no
 * part of it that we use asks. Its licence wants its notice to go along.
 */
function leaflet(): Plugin {
  return {
    name: "leaflet",
    apply: "build",
    buildStart() {
      const source = readFileSync(resolve(root, "node_modules/leaflet/LICENSE"));
      this.emitFile({ type: "asset", name: "leaflet-licence.txt", source });
    },
    transform(code, id) {
      if (!id.endsWith("/leaflet/src/core/Browser.js")) return;
      const without = code.replace("div.innerHTML = '<svg/>';", "");
      if (without === code) this.error("Leaflet is another than was looked at: see what it does as it loads");
      return without;
    },
  };
}

/**
 * What is needed at the same time is one file: first what every visit needs, then what a first visit asks, then what is
 * done each day; each with all that it imports.
 */
const NEEDED = {
  first: ["main.tsx"],
  joining: ["screens/join/Join.tsx"],
  daily: ["screens/today/Due.tsx", "screens/pain/Pain.tsx", "../shared/sync/sync.ts"],
};

function needed() {
  const placed = new Map<string, string>();
  const plugin: Plugin = {
    name: "needed-together",
    apply: "build",
    buildEnd() {
      for (const [name, entries] of Object.entries(NEEDED)) {
        const waiting = entries.map((entry) => resolve(root, "src/page", entry));
        for (let id = waiting.pop(); id; id = waiting.pop()) {
          if (placed.has(id)) continue;
          placed.set(id, name);
          waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      }
    },
  };
  const groups = Object.keys(NEEDED).map((name, place) => (
    { name, test: (id: string) => placed.get(id) === name, priority: 9 - place }));
  return { plugin, groups };
}

const together = needed();

/** The other screens are a file for each folder, with its words: 40 files are kept in half the time that 130 took. */
function folder(id: string): string | null {
  const [, screens] = /src\/page\/screens\/([\w-]+)\/(?!map\/)/.exec(id) ?? [];
  const [, words] = /messages\/en\/([\w-]+)\.ftl/.exec(id) ?? [];
  return screens ?? (words && existsSync(join(root, "src/page/screens", words)) ? words : null);
}

export default defineConfig({
  root,
  plugins: [together.plugin, leaflet(), serviceWorker()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { alias: { content: resolve(root, "../content") } },
  build: {
    outDir: "../backend/jointly/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    // A screen fetches its parts itself, in a quiet moment; a list of them would be a kilobyte of the first file.
    modulePreload: { polyfill: false, resolveDependencies: (_file, parts) => parts.filter((part) => part.endsWith(".css")) },
    reportCompressedSize: true,
    rolldownOptions: { output: { codeSplitting: { groups: [...together.groups, { name: folder, debugName: "screens" }] } } },
  },
  server: { fs: { allow: [".."] }, proxy: Object.fromEntries(
    ["/api", "/content", "/theme.css", "/manifest.webmanifest", "/health"].map((path) => [path, "http://127.0.0.1:8000"])) },
});
