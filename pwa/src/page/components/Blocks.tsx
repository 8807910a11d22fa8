import type { Block } from "../../shared/content/types.ts";

/** Running text of the content: paragraphs, lists and headings. */
export function Blocks({ of }: { of: Block[] }) {
  return <>{of.map((block, index) => <One key={index} block={block} />)}</>;
}

function One({ block }: { block: Block }) {
  if (typeof block === "string") return <p>{block}</p>;
  if (block.items) {
    const items = block.items.map((item) => <li key={item}>{item}</li>);
    return block.type === "numbers" ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  if (block.type === "heading") return <h3>{block.text}</h3>;
  return <p>{block.text}</p>;
}
