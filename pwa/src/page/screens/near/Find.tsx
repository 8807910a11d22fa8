import { useSignal } from "@preact/signals";
import { NoAnswer } from "../../../shared/api/client.ts";
import type { Spot } from "../../../shared/listings/place.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { me } from "../../state.ts";
import { reportsWaiting } from "../../told.ts";
import { askOf, choose, filters } from "./filters.ts";
import { Filters } from "./Filters.tsx";
import { area, goTo, saved } from "./here.ts";
import { Results } from "./Results.tsx";
import { Where } from "./Where.tsx";
import { t } from "./words.ts";

/** /near: where, what and when, and what there is. */
export function Find() {
  const asking = useSignal(false);
  const trouble = useSignal<{ words: string; spot: Spot } | null>(null);
  const spot = area.value?.spot ?? null;
  const count = Object.keys(saved.value).length;
  const go = async (to: Spot | null) => {
    trouble.value = null;
    if (to) choose({ online: false });
    try {
      if (to) await goTo(to);
      asking.value = false;
    } catch (error) {
      trouble.value = { words: t(error instanceof NoAnswer ? "near-offline-elsewhere" : "near-failed"), spot: to! };
    }
  };
  const backTo = () => {
    choose({ online: false });
    asking.value = false;
  };
  const known = filters.value.online || spot;
  return (
    <Page title={t("near-title")} back={back()}>
      {area.value === undefined ? <Loading /> : asking.value || !known ? (
        <>
          <p>{t("near-about")}</p>
          <Where go={go} />
          {spot && <Button kind="plain" press={backTo}>{t("near-keep-place", { place: spotWords(spot) })}</Button>}
          {trouble.value && <Failed words={trouble.value.words} again={() => go(trouble.value!.spot)} />}
        </>
      ) : (
        <>
          <div class="near-place">
            <div>
              <p>{hereWords(spot)}</p>
              {!filters.value.online && <p class="soft small">{t("near-within", { miles: filters.value.miles })}</p>}
            </div>
            <Button kind="plain" press={() => (asking.value = true)}>{t("near-change-place")}</Button>
          </div>
          <Filters />
          <Results ask={askOf(filters.value, spot)} />
        </>
      )}
      {!me.value && reportsWaiting.value > 0 && <p class="soft">{t("near-wrong-waiting", { count: reportsWaiting.value })}</p>}
      {count > 0 && <p><a class="button plain" href="/near/saved">{t("near-saved-link", { count })}</a></p>}
    </Page>
  );
}

function back() {
  if (!me.value) return { to: "/join", words: t("near-start") }; // an app on the home screen has no way back of its own
  return me.value.role === "patient" ? { to: "/", words: t("nav-today") } : { to: "/more", words: t("nav-more") };
}

const hereWords = (spot: Spot | null): string => (filters.value.online || !spot ? t("near-here-online") : spotWords(spot));

function spotWords({ outcode, name }: Spot): string {
  const place = name ?? outcode;
  return place ? t("near-here", { place }) : t("near-here-location");
}
