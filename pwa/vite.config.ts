/** Builds the PWA: the page, with what its first screen needs in one file, and the service worker with its list of files. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { build, defineConfig } from "vite";

const root = import.meta.dirname;
const hash = (content: string | Buffer) => createHash("sha256").update(content).digest("hex").slice(0, 12);

/** After the page is built: hash every file, then build the worker as one classic script with that list in it. */
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
        .filter(([path]) => path !== "/sw.js" && !path!.endsWith(".map"))
        .sort();
      await build({
        configFile: false, root, publicDir: false, logLevel: "warn",
        define: { __PRECACHE__: JSON.stringify(list), __BUILD__: JSON.stringify(hash(JSON.stringify(list))) },
        build: {
          outDir: out, emptyOutDir: false, target: "es2022",
          lib: { entry: "src/worker/sw.ts", formats: ["iife"], name: "sw", fileName: () => "sw.js" },
        },
      });
    },
  };
}

/** The modules that the page imports before anything is asked for: one file, one request. */
function firstLoad() {
  const modules = new Set<string>();
  const plugin: Plugin = {
    name: "first-load",
    apply: "build",
    buildEnd() {
      const waiting = [resolve(root, "src/page/main.tsx")];
      for (let id = waiting.pop(); id; id = waiting.pop()) {
        if (modules.has(id)) continue;
        modules.add(id);
        waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    },
  };
  return { plugin, holds: (id: string) => modules.has(id) };
}

const first = firstLoad();

export default defineConfig({
  root,
  plugins: [first.plugin, serviceWorker()],
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
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", test: first.holds }] } } },
  },
  server: { fs: { allow: [".."] }, proxy: Object.fromEntries(
    ["/api", "/content", "/theme.css", "/manifest.webmanifest", "/health"].map((path) => [path, "http://127.0.0.1:8000"])) },
});
