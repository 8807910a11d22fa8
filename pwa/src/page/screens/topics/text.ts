import type { Topic } from "../../../shared/content/topic-types.ts";

/** All that a page says, to look for words in. */
export const textOf = ({ sections }: Topic): string =>
  sections.flatMap(({ heading, words }) => [heading, ...words.flatMap((block) => (typeof block === "string" ? block : [block.text ?? "", ...(block.items ?? [])]))]).join(" ");
