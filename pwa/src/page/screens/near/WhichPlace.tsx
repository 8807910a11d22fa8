import { useEffect, useId, useRef } from "preact/hooks";
import type { NamedPlace } from "../../../shared/listings/places.ts";
import { Button } from "../../components/Button.tsx";
import { t } from "./words.ts";

/** A typed name may be that of several places: they are told apart by their region, or by the letters of their postcodes. */
export function WhichPlace({ places, press }: { places: readonly NamedPlace[]; press: (place: NamedPlace) => unknown }) {
  const id = useId();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), [places]);
  if (!places.length) return null;
  return (
    <div role="group" aria-labelledby={id} class="near-which">
      <p class="question" id={id} ref={question} tabIndex={-1}>{t("near-which-place")}</p>
      {places.map((place) => (
        <Button key={`${place.name} ${place.region}`} kind="quiet" wide press={() => press(place)}>{wordsFor(place)}</Button>
      ))}
    </div>
  );
}

function wordsFor({ name, region, letters }: NamedPlace): string {
  const said = letters.join(", ");
  return region && region !== name ? t("near-place-in", { name, region, letters: said }) : t("near-place-letters", { name, letters: said });
}
