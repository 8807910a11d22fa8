/** Builds the PWA: the page, its styles without what no screen uses, and the service worker with its list of files. */
import { createHash } from "node:crypto";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PurgeCSS } from "purgecss";
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

/** Takes out of the stylesheet every rule that no template or component names. */
function purgeStyles(): Plugin {
  return {
    name: "purge-styles",
    apply: "build",
    async generateBundle(_, bundle) {
      const content = globSync(["index.html", "src/page/**/*.{ts,tsx}"], { cwd: root }).map((file) => join(root, file));
      for (const asset of Object.values(bundle)) {
        if (asset.type !== "asset" || !asset.fileName.endsWith(".css")) continue;
        const [purged] = await new PurgeCSS().purge({
          content, css: [{ raw: String(asset.source) }], variables: false, keyframes: true,
          safelist: { standard: [/--error$/, /^is-/], greedy: [/:(hover|focus|active|checked|disabled)/] },
        });
        if (purged) asset.source = purged.css;
      }
    },
  };
}

export default defineConfig({
  root,
  plugins: [purgeStyles(), serviceWorker()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { alias: { content: resolve(root, "../content") } },
  css: { preprocessorOptions: { scss: { loadPaths: [join(root, "node_modules")], quietDeps: true } } },
  build: {
    outDir: "../backend/jointly/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { fs: { allow: [".."] }, proxy: Object.fromEntries(
    ["/api", "/content", "/theme.css", "/manifest.webmanifest", "/health"].map((path) => [path, "http://127.0.0.1:8000"])) },
});
