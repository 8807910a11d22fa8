import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { phoneClock } from "../../../shared/dates.ts";
import { placeOf, sameClock } from "../../../shared/reminders/wishes.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { store } from "../../state.ts";
import { t } from "./words.ts";
import { changeWishes, wished } from "./wishes.ts";

/** Named value in the store: the zone for which the person said no. */
const STAYS = "reminders-zone-no";

/** On Today, where clocks show another time than those by which somebody is reminded: by which time from now on? */
export default function Elsewhere() {
  const zone = phoneClock.zone();
  const refused = useSignal<string | undefined | null>(null);
  const saving = useSaving();
  useEffect(() => void store.value!.read<string>(STAYS).then((said) => (refused.value = said)), []);
  const wishes = wished.value?.body;
  if (!wishes || refused.value === null || refused.value === zone || sameClock(wishes.zone, zone, new Date())) return null;
  const place = placeOf(zone);
  const no = () => saving.try(async () => {
    await store.value!.write(STAYS, zone);
    refused.value = zone;
    announce(t("remind-elsewhere-kept"));
  });
  return (
    <Notice>
      <p>{t("remind-elsewhere", { place })}</p>
      <saving.Trouble />
      <div class="buttons">
        <Button kind="quiet" press={() => saving.try(() => changeWishes({ zone }, t("remind-elsewhere-done", { place })))}>{t("remind-elsewhere-yes")}</Button>
        <Button kind="quiet" press={no}>{t("remind-elsewhere-no")}</Button>
      </div>
    </Notice>
  );
}
