/** Looks for words in the library and the topics as the app does: node finding.ts library.json topics.json typed.json found.json. */
import "./raw-words.ts";
import { readFileSync, writeFileSync } from "node:fs";
import type { Library } from "../../pwa/src/shared/content/library-types.ts";
import type { Topics } from "../../pwa/src/shared/content/topic-types.ts";
import { found } from "../../pwa/src/shared/rules/finding.ts";

// After raw-words: they need the words of screens.
const { findable } = await import("../../pwa/src/page/screens/library/findable.ts");
const { textOf } = await import("../../pwa/src/page/screens/topics/text.ts");

const [, , libraryFile, topicsFile, typedFile, to] = process.argv;
const read = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

const exercises = read<Library>(libraryFile!).exercises.map(findable);
const topics = Object.values(read<Topics>(topicsFile!)).sort((a, b) => a.order - b.order).map((topic) => ({ ...topic, text: textOf(topic) }));

const answers = read<string[]>(typedFile!).map((typed) => ({
  exercises: found(exercises, typed).map(({ exercise }) => exercise.slug),
  topics: found(topics, typed).map(({ slug }) => slug),
}));
writeFileSync(to!, JSON.stringify(answers));
