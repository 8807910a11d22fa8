/** Writes down what a person may say to a suggestion, in which states, as the phone has it: `suggested.ts <out>`. */
import { writeFileSync } from "node:fs";
import { maySay, MOVES } from "../../pwa/src/shared/rules/suggested.ts";

const KINDS = ["activity", "programme", "topic", "check-in"] as const;
const found = Object.entries(MOVES).flatMap(([says, { from, to }]) =>
  KINDS.flatMap((kind) => from.filter((state) => maySay({ kind, state }, says as keyof typeof MOVES)).map((state) => [kind, state, says, to ?? state])));
writeFileSync(process.argv[2]!, JSON.stringify(found));
