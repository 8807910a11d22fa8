import type { Schemas } from "../../../shared/api/schema.d.ts";
import { outcodeOf } from "../../../shared/listings/place.ts";
import { MILES, TIMES } from "../near/filters.ts";
import { OneOf } from "./chips.tsx";
import { OneLine } from "./fields.tsx";
import type { Step } from "./opening.ts";
import { t } from "./words.ts";

export interface Travel {
  /** half a postcode, or the name of a place */
  place: string;
  miles: number;
  time: NonNullable<Schemas["NewStep"]["time"]>;
}

const NOTHING_SAID: Travel = { place: "", miles: 5, time: "any" };
const times = Object.keys(TIMES) as Travel["time"][];

/** What the part "travel" says. */
export const fromTravel = (step: Step | undefined): Travel => ({
  place: String(step?.said["place"] ?? NOTHING_SAID.place), miles: Number(step?.said["miles"] ?? NOTHING_SAID.miles),
  time: (step?.said["time"] as Travel["time"] | undefined) ?? NOTHING_SAID.time,
});

/** Where somebody can get to: no more of a postcode than its first half is kept. */
export function TravelFields({ value: { place, miles, time }, change }: { value: Travel; change: (travel: Partial<Travel>) => void }) {
  return (
    <>
      <OneLine
        question={t("sup-travel-place")} hint={t("sup-travel-place-hint")} longest={60} value={place}
        change={(text) => change({ place: outcodeOf(text) && text.trim().length > 4 ? outcodeOf(text)! : text })}
      />
      <OneOf question={t("sup-travel-miles")} options={MILES.map(String)} words={(each) => t("sup-miles", { miles: Number(each) })} chosen={String(miles)} choose={(each) => change({ miles: Number(each) })} />
      <OneOf question={t("sup-travel-time")} options={times} words={(each) => t("sup-time", { time: each })} chosen={time} choose={(each) => change({ time: each })} />
    </>
  );
}
