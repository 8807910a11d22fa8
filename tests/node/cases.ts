/** Reads worked cases, tests/verification/<name>.yaml. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export function casesOf<T>(name: string): T {
  return parse(readFileSync(join(import.meta.dirname, "../verification", `${name}.yaml`), "utf8")) as T;
}
