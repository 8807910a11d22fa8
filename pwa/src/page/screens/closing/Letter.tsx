import type { ComponentChildren } from "preact";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import "./closing.css";

type Block = Schemas["Block"];

interface LetterProps {
  letter: Schemas["ReadLetter"];
  /** the letter's own title, where the screen's heading does not say it */
  titled?: boolean;
  /** what stands between the title and the first section */
  children?: ComponentChildren;
}

/** A letter, section by section, as it goes: on a screen and on paper. */
export function Letter({ letter, titled = false, children }: LetterProps) {
  const Heading = titled ? "h3" : "h2";
  return (
    <article class="letter">
      {titled && <h2>{letter.title}</h2>}
      {children}
      {letter.sections.map((section) => (
        <section key={section.key} class="letter-part">
          <Heading>{section.heading}</Heading>
          {section.blocks.map((block, index) => <Said key={index} block={block} under={titled ? "h4" : "h3"} />)}
        </section>
      ))}
    </article>
  );
}

function Said({ block, under: Under }: { block: Block; under: "h3" | "h4" }) {
  const { kind, words, items, pairs } = block;
  switch (kind) {
    case "text": return <p>{words}</p>;
    case "quote": return <blockquote class="note">{words}</blockquote>;
    case "under": return <Under>{words}</Under>;
    case "points": return <ul>{items!.map((item, index) => <li key={index}>{item}</li>)}</ul>;
    case "facts": return <Facts pairs={pairs as [string, string][]} />;
    case "table": return <Table block={block} />;
  }
}

const Facts = ({ pairs }: { pairs: [string, string][] }) => (
  <dl class="letter-facts">
    {pairs.map(([label, said], index) => <div key={index}><dt>{label}</dt><dd>{said}</dd></div>)}
  </dl>
);

/** Wider than a phone: it is moved to and fro inside its own frame, with the keyboard too. */
function Table({ block: { caption, header, rows } }: { block: Block }) {
  return (
    <div class="letter-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="heard">{caption}</caption>
        <thead><tr>{header!.map((cell) => <th key={cell} scope="col">{cell}</th>)}</tr></thead>
        <tbody>
          {rows!.map((row, index) => (
            <tr key={index}>{row.map((cell, place) => (place === 0 ? <th key={place} scope="row">{cell}</th> : <td key={place}>{cell}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
