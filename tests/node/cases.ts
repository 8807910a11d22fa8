/** Reads worked cases: tests/verification/<name>.yaml, and those that stand beside the content. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export function casesOf<T>(name: string): T {
  return parse(readFileSync(join(import.meta.dirname, "../verification", `${name}.yaml`), "utf8")) as T;
}

/** A YAML file of the content, by its path inside that folder. */
export function contentOf<T>(path: string): T {
  return parse(readFileSync(join(import.meta.dirname, "../../content", path), "utf8")) as T;
}
