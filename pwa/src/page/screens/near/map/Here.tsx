import { useEffect, useId, useRef } from "preact/hooks";
import type { Source } from "../../../../shared/listings/cards.ts";
import { Button } from "../../../components/Button.tsx";
import { sourceOf } from "../here.ts";
import { ListingRow } from "../ListingRow.tsx";
import { t } from "../words.ts";
import { linesOf, type Placed, pinWords } from "./placed.ts";

/** What is at the pin that was pressed, below the map, as the list has it. */
export function Here({ things, sources, close }: { things: Placed[]; sources: readonly Source[]; close: () => void }) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const lines = linesOf(things);
  useEffect(() => {
    heading.current!.focus({ preventScroll: true });
    heading.current!.scrollIntoView({ block: "center" }); // with the pin above it and the first line below
  }, [things.map((each) => each.id).join()]);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>{lines.length > 1 ? pinWords(things) : things[0]!.place.name || lines[0]!.card.name}</h2>
      {things.some(({ place }) => place.located === "outcode") && <p class="soft small">{t("near-map-rough")}</p>}
      <ul class="rows">
        {lines.map(({ card, km }) => <ListingRow key={card.id} card={card} source={sourceOf(card, sources)} km={km} />)}
      </ul>
      <Button kind="plain" press={close}>{t("near-map-back")}</Button>
    </section>
  );
}
