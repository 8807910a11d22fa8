/** Lets Node import the words of screens, `content/….ftl?raw`, as the build does. Import it before anything that needs them. */
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";

const CONTENT = join(import.meta.dirname, "../../content");

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.endsWith(".ftl?raw")) return next(specifier, context);
    const text = readFileSync(join(CONTENT, specifier.replace(/^.*?content\//, "").replace("?raw", "")), "utf8");
    return { url: `data:text/javascript,export default ${encodeURIComponent(JSON.stringify(text))}`, format: "module", shortCircuit: true };
  },
});
