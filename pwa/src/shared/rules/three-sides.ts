/** Which steps of a suggestion each of the three sides sees: as the service gives them out (prescribing.rules.prescription). */
import type { Schemas } from "../api/schema.d.ts";

type Step = Schemas["Step"];
export type Reader = "worker" | "person" | "group";

/** What a group sees of the steps of others, once it was told; a test holds it equal to the service's own. */
export const GROUP_SEES = ["send", "seen", "offer", "wait", "full", "unsuitable", "book", "been", "missed", "undo", "off", "no", "finish", "withdraw"];

export const sees = (reader: Reader, { kind, side, said }: Pick<Step, "kind" | "side" | "said">): boolean => {
  if (reader === "worker" || side === reader) return true;
  if (kind === "say") return said["to"] === reader;
  return reader === "group" ? GROUP_SEES.includes(kind) : kind !== "ask";
};

/** What a group reads of such a step; nothing of any other. */
export const GROUP_READS: { [kind: string]: readonly string[] } = {
  send: ["words", "contact", "adjustments"], book: ["start", "meets"], been: ["start"], missed: ["start"], off: ["start", "words"], say: ["words", "to"],
};

/** The words of a step as one of the three sides reads them. */
export const saidTo = (reader: Reader, { kind, side, said }: Pick<Step, "kind" | "side" | "said">): Step["said"] =>
  reader !== "group" || side === "group" ? said : Object.fromEntries(Object.entries(said).filter(([name]) => GROUP_READS[kind]?.includes(name)));

/** A group knows of nobody before it was told. */
export const seenBy = (steps: readonly Step[], reader: Reader): Step[] =>
  reader === "group" && !steps.some(({ kind }) => kind === "send") ? [] : steps.filter((step) => sees(reader, step));
