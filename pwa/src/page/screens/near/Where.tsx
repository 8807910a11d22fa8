import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { ask } from "../../../shared/api/client.ts";
import { Packs } from "../../../shared/content/packs.ts";
import { centreOf, outcodeOf, type Outcodes, rounded, type Spot, wholeOf } from "../../../shared/listings/place.ts";
import { type NamedPlace, placesNamed } from "../../../shared/listings/places.ts";
import { Button } from "../../components/Button.tsx";
import { type Service, useService } from "../../service.ts";
import { serviceName, store } from "../../state.ts";
import { choose } from "./filters.ts";
import { t } from "./words.ts";
import { WhichPlace } from "./WhichPlace.tsx";

const PATIENCE_MS = 15_000;
const OLD_ENOUGH_MS = 600_000;

type Trouble = "postcode-wrong" | "postcode-missing" | "location-denied";

/** From where somebody looks: a postcode, a town, where the phone is, or home. `go` has what was chosen. */
export function Where({ go }: { go: (spot: Spot | null) => Promise<void> }) {
  const typed = useSignal("");
  const trouble = useSignal<Trouble | null>(null);
  const places = useSignal<NamedPlace[]>([]);
  const service = useService();
  const id = useId();
  const byName = async (table: Outcodes) => {
    const found = placesNamed(typed.value, table);
    if (found.length > 1) return void (places.value = found);
    if (found[0]) return go(spotOf(found[0]));
    trouble.value = "postcode-wrong";
  };
  const find = async () => {
    trouble.value = null;
    places.value = [];
    const outcode = outcodeOf(typed.value);
    const exact = outcode && (await askedSpot(typed.value, outcode, service));
    if (exact) return go(exact);
    const table = await new Packs(store.value!).pack<Outcodes>("outcodes").catch(() => null);
    if (!table) return void (trouble.value = "postcode-missing");
    if (!outcode) return byName(table);
    const centre = centreOf(outcode, table);
    if (!centre) return void (trouble.value = "postcode-wrong");
    await go({ ...rounded(centre), outcode });
  };
  const byLocation = async () => {
    const spot = await whereIAm().catch(() => null);
    trouble.value = spot ? null : "location-denied";
    if (spot) await go(spot);
  };
  const wrong = trouble.value && trouble.value !== "location-denied";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void find();
      }}
    >
      <div class={wrong ? "field wrong" : "field"}>
        <label for={id}>{t("near-postcode")}</label>
        <span class="hint" id={`${id}-hint`}>
          {t("near-postcode-hint")} {t("near-postcode-goes", { who: service?.whole_postcodes ?? "phone", service: service?.name ?? serviceName.value })}
        </span>
        {wrong && <span class="wrong-words" id={`${id}-wrong`} role="alert">{t(`near-${trouble.value}`)}</span>}
        <input
          id={id} class="input" maxLength={60} autocomplete="off" autocapitalize="words" spellcheck={false} value={typed.value}
          aria-describedby={`${id}-hint${wrong ? ` ${id}-wrong` : ""}`} aria-invalid={Boolean(wrong)}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            places.value = [];
          }}
        />
      </div>
      <WhichPlace places={places.value} press={(place) => go(spotOf(place))} />
      <div class="buttons">
        <Button submit>{t("near-show")}</Button>
        {"geolocation" in navigator && <Button kind="quiet" press={byLocation}>{t("near-my-location")}</Button>}
      </div>
      {trouble.value === "location-denied" && <p role="alert">{t("near-location-denied")}</p>}
      <Button
        kind="plain"
        press={() => {
          choose({ online: true });
          return go(null);
        }}
      >
        {t("near-online-only")}
      </Button>
    </form>
  );
}

const spotOf = (place: NamedPlace): Spot => ({ ...rounded(place), outcode: null, name: place.name });

/** A whole postcode goes to the service only when it says that it can find one; null where it is looked up on the phone. */
async function askedSpot(typed: string, outcode: string, service: Service | null): Promise<Spot | null> {
  const postcode = wholeOf(typed);
  if (!postcode || !service || service.whole_postcodes === "phone") return null;
  const found = await ask("POST /api/listings/place", { postcode }).catch(() => null);
  return found && { ...rounded(found), outcode };
}

/** Where the phone is, to the kilometre: what is finer is forgotten here. */
function whereIAm(): Promise<Spot> {
  return new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(
    ({ coords }) => resolve({ ...rounded({ lat: coords.latitude, lon: coords.longitude }), outcode: null }),
    reject, { enableHighAccuracy: false, timeout: PATIENCE_MS, maximumAge: OLD_ENOUGH_MS },
  ));
}
